#include "core/search/xapian_executor.h"

#include "core/index/xapian_door.h"
#include "core/search/filter_test.h"
#include "core/search/phrase_source.h"
#include "core/search/ranking.h"
#include "core/search/term_frequency_weight.h"

#include <algorithm>
#include <map>
#include <utility>

namespace guidepost {
namespace {

using Xapian::Query;

/// What the scores of a query are made of: counts of the living documents of all segments.
class Statistics {
 public:
  Statistics(const Generation& generation, const std::vector<Xapian::Database>& segments)
      : generation_(generation), segments_(segments) {}

  std::size_t frequency(const std::string& term) const {
    std::size_t documents = 0;
    for (const Xapian::Database& segment : segments_) documents += segment.get_termfreq(term);
    return documents - std::min<std::size_t>(documents, generation_.removed.documents_with(term));
  }

  /// Of terms that count as one: as if each were strewn over the documents without regard to the others.
  double idf(const std::vector<std::string>& terms) const {
    const auto documents = static_cast<double>(generation_.document_count());
    double without = 1;
    for (const std::string& term : terms) {
      without *= 1 - static_cast<double>(frequency(term)) / documents;
    }
    return inverse_document_frequency(documents, documents * (1 - without));
  }
  double idf(const std::string& term) const {
    return inverse_document_frequency(static_cast<double>(generation_.document_count()),
                                      static_cast<double>(frequency(term)));
  }

 private:
  const Generation& generation_;
  const std::vector<Xapian::Database>& segments_;
};

Query scaled(const Query& query, double by) {
  return by == 1 ? query : Query(Query::OP_SCALE_WEIGHT, query, by);
}

/// Turns the parts of a plan into queries over one segment.
class QueryWriter {
 public:
  QueryWriter(const Statistics& statistics, const TokenStreams& streams)
      : statistics_(statistics), streams_(streams) {}

  Query all_of(const std::vector<std::string>& terms, Together together, double trust) const {
    std::vector<Query> each;
    each.reserve(terms.size());
    for (const std::string& term : terms) {
      each.push_back(scaled(Query(term), trust * statistics_.idf(term)));
    }
    if (each.size() == 1) return each.front();
    Query all(Query::OP_AND, each.begin(), each.end());
    if (together == Together::anywhere) return all;
    auto* source = new PhraseSource(streams_, terms);
    return {Query::OP_FILTER, all, Query(source->release())};
  }

  /// The best alternative counts. Single terms of equal trust pool their statistics in one OP_SYNONYM, or a rare misspelling would outweigh
  /// the word; OP_SYNONYM ignores weights inside it, so each trust is a group of its own, scaled outside.
  Query query_of(const WordGroup& group) const {
    std::map<double, std::vector<std::string>> terms_by_trust;
    std::vector<Query> ways;
    for (const Alternative& alternative : group.alternatives) {
      if (alternative.terms.size() == 1) {
        terms_by_trust[alternative.trust].push_back(alternative.terms.front());
      } else {
        ways.push_back(all_of(alternative.terms, alternative.together, alternative.trust));
      }
    }
    for (const auto& [trust, terms] : terms_by_trust) {
      if (terms.size() == 1) {
        ways.push_back(scaled(Query(terms.front()), trust * statistics_.idf(terms.front())));
      } else {
        ways.push_back(scaled(Query(Query::OP_SYNONYM, terms.begin(), terms.end()),
                              trust * statistics_.idf(terms)));
      }
    }
    if (ways.size() == 1) return ways.front();
    return {Query::OP_MAX, ways.begin(), ways.end()};
  }

  std::vector<Query> queries_of(const std::vector<WordGroup>& groups) const {
    std::vector<Query> queries;
    queries.reserve(groups.size());
    for (const WordGroup& group : groups) queries.push_back(query_of(group));
    return queries;
  }

  /// Everything of the plan but its filters.
  Query query_of(const QueryPlan& plan) const {
    const std::vector<Query> required = queries_of(plan.required);
    Query query =
        required.empty() ? Query::MatchAll : Query(Query::OP_AND, required.begin(), required.end());
    std::vector<Query> bonus = queries_of(plan.optional);
    for (const Alternative& pair : plan.neighbours) {
      bonus.push_back(all_of(pair.terms, pair.together, pair.trust));
    }
    if (!bonus.empty()) {
      query = Query(Query::OP_AND_MAYBE, query, Query(Query::OP_OR, bonus.begin(), bonus.end()));
    }
    const std::vector<Query> excluded = queries_of(plan.excluded);
    if (!excluded.empty()) {
      query =
          Query(Query::OP_AND_NOT, query, Query(Query::OP_OR, excluded.begin(), excluded.end()));
    }
    return query;
  }

 private:
  const Statistics& statistics_;
  const TokenStreams& streams_;
};

/// Notes every living document the matcher visits, with its score.
class MatchCollector : public Xapian::MatchSpy {
 public:
  MatchCollector(const FacetColumns& facets, std::uint32_t first, std::vector<Match>& matches)
      : facets_(facets), first_(first), matches_(matches) {}
  void operator()(const Xapian::Document& document, double weight) override {
    const std::uint32_t number = first_ + document.get_docid();
    if (facets_.is_alive(number)) matches_.push_back({number, weight});
  }

 private:
  const FacetColumns& facets_;
  std::uint32_t first_;
  std::vector<Match>& matches_;
};

/// Visits everything that matches: what the page shows is chosen afterwards, and counts are exact.
void collect(const Xapian::Database& segment, const Query& query, double average_length,
             MatchCollector& collector) {
  Xapian::Enquire enquire(segment);
  enquire.set_weighting_scheme(TermFrequencyWeight(average_length));
  enquire.set_query(query);
  enquire.add_matchspy(&collector);
  enquire.get_mset(0, 1, segment.get_doccount());
}

Ranking ranking_of(const QueryPlan& plan, Sort sort) {
  switch (sort) {
    case Sort::relevance:
      return plan.required.empty() ? Ranking::for_browsing : Ranking::by_score;
    case Sort::title:
      return Ranking::by_title;
    case Sort::title_descending:
      return Ranking::by_title_backward;
  }
  return Ranking::by_score;
}

/// Names of the parts of an explanation, each with the query whose weight it is.
std::vector<std::pair<std::string, Query>> scored_parts(const QueryPlan& plan,
                                                        const QueryWriter& writer) {
  std::vector<std::pair<std::string, Query>> parts;
  for (const WordGroup& group : plan.required) {
    parts.emplace_back(group.text, writer.query_of(group));
  }
  for (const WordGroup& group : plan.optional) {
    parts.emplace_back(group.text + " (optional)", writer.query_of(group));
  }
  for (const Alternative& pair : plan.neighbours) {
    parts.emplace_back("side by side: " + pair.terms[0] + " " + pair.terms[1],
                       writer.all_of(pair.terms, pair.together, pair.trust));
  }
  return parts;
}

double average_length_of(const Generation& generation,
                         const std::vector<Xapian::Database>& segments) {
  double length = 0;
  for (const Xapian::Database& segment : segments) {
    length += static_cast<double>(segment.get_total_length());
  }
  length -= static_cast<double>(generation.removed.length);
  const auto documents = static_cast<double>(generation.document_count());
  return documents > 0 ? length / documents : 0;
}

}  // namespace

XapianExecutor::XapianExecutor(const Generation& generation, std::vector<Xapian::Database> segments,
                               double average_length)
    : generation_(&generation), segments_(std::move(segments)), average_length_(average_length) {}

Result<XapianExecutor> XapianExecutor::open(const Generation& generation) {
  return guarded([&] {
    std::vector<Xapian::Database> segments;
    for (const Segment& segment : generation.segments) {
      segments.emplace_back((segment.path / segment_file::xapian).string());
    }
    const double average_length = average_length_of(generation, segments);
    return XapianExecutor(generation, std::move(segments), average_length);
  });
}

std::size_t XapianExecutor::frequency(const std::string& term) const {
  // A frequency only steers the reading of a query; a database that cannot be read shows in run().
  return guarded([&] { return Statistics(*generation_, segments_).frequency(term); }).value_or(0);
}

std::vector<Match> XapianExecutor::every_document() const {
  std::vector<Match> matches;
  matches.reserve(generation_->document_count());
  const auto numbers = static_cast<std::uint32_t>(generation_->facets.document_count());
  for (std::uint32_t number = 1; number <= numbers; ++number) {
    if (generation_->facets.is_alive(number)) matches.push_back({number, 0});
  }
  return matches;
}

std::vector<Match> XapianExecutor::matches_of(const QueryPlan& plan) const {
  std::vector<Match> matches;
  const bool is_everything = plan.required.empty() && plan.optional.empty() &&
                             plan.neighbours.empty() && plan.excluded.empty();
  if (is_everything) {
    matches = every_document();
  } else {
    const Statistics statistics(*generation_, segments_);
    for (std::size_t i = 0; i < segments_.size(); ++i) {
      const Segment& segment = generation_->segments[i];
      MatchCollector collector(generation_->facets, segment.first, matches);
      collect(segments_[i], QueryWriter(statistics, segment.tokens).query_of(plan), average_length_,
              collector);
    }
  }
  for (const PlanFilter& filter : plan.excluded_filters) {
    const FilterTest excluded(generation_->facets, {&filter, 1});
    std::erase_if(matches, [&](const Match& match) { return excluded.passes(match.document); });
  }
  return matches;
}

Result<std::vector<Match>> XapianExecutor::any_of(const std::vector<WordGroup>& groups,
                                                  std::size_t most_visited) const {
  if (groups.empty()) return std::vector<Match>();
  return guarded([&] {
    const Statistics statistics(*generation_, segments_);
    std::size_t postings = 0;
    for (const WordGroup& group : groups) {
      for (const Alternative& way : group.alternatives) {
        postings += statistics.frequency(way.terms.front());
      }
    }
    std::vector<Match> matches;
    for (std::size_t i = 0; i < segments_.size(); ++i) {
      const Segment& segment = generation_->segments[i];
      const std::vector<Query> queries = QueryWriter(statistics, segment.tokens).queries_of(groups);
      const Query query(Query::OP_OR, queries.begin(), queries.end());
      if (postings <= most_visited) {
        MatchCollector collector(generation_->facets, segment.first, matches);
        collect(segments_[i], query, average_length_, collector);
      } else {
        collect_best(segments_[i], query, segment.first, matches);
      }
    }
    return matches;
  });
}

double XapianExecutor::most_score(const std::vector<WordGroup>& groups) const {
  const Statistics statistics(*generation_, segments_);
  const auto most = guarded([&] {
    double sum = 0;
    for (const WordGroup& group : groups) {
      double best = 0;
      for (const Alternative& way : group.alternatives) {
        best = std::max(best, way.trust * statistics.idf(way.terms.front()));
      }
      sum += best * (ranking::k1 + 1);
    }
    return sum;
  });
  return most.value_or(0);
}

void XapianExecutor::collect_best(const Xapian::Database& segment, const Xapian::Query& query,
                                  std::uint32_t first, std::vector<Match>& matches) const {
  constexpr Xapian::doccount some_hundreds = 600;
  Xapian::Enquire enquire(segment);
  enquire.set_weighting_scheme(TermFrequencyWeight(average_length_));
  enquire.set_query(query);
  const Xapian::MSet found = enquire.get_mset(0, some_hundreds);
  for (auto at = found.begin(); at != found.end(); ++at) {
    const std::uint32_t number = first + *at;
    if (generation_->facets.is_alive(number)) matches.push_back({number, at.get_weight()});
  }
}

Result<Matches> XapianExecutor::run(const QueryPlan& plan, std::size_t most, Sort sort,
                                    Group group) const {
  return guarded([&] {
    const std::vector<Match> found = matches_of(plan);
    Matches matches;
    matches.best = best_of(*generation_, found, plan.filters, most, ranking_of(plan, sort), group);
    matches.documents.reserve(found.size());
    matches.scores.reserve(found.size());
    for (const Match& match : found) {
      matches.documents.push_back(match.document);
      matches.scores.push_back(match.score);
    }
    return matches;
  });
}

Result<std::vector<Explanation>> XapianExecutor::explain(
    const QueryPlan& plan, const std::vector<std::uint32_t>& documents) const {
  return guarded([&] {
    std::vector<Explanation> explanations(documents.size(), Explanation{"score", 0, {}});
    const Statistics statistics(*generation_, segments_);
    for (std::size_t i = 0; i < segments_.size(); ++i) {
      const Segment& segment = generation_->segments[i];
      const QueryWriter writer(statistics, segment.tokens);
      for (const auto& [name, query] : scored_parts(plan, writer)) {
        std::vector<Match> matches;
        MatchCollector collector(generation_->facets, segment.first, matches);
        collect(segments_[i], query, average_length_, collector);
        for (const Match& match : matches) {
          const auto at = std::find(documents.begin(), documents.end(), match.document);
          if (at == documents.end()) continue;
          Explanation& explanation = explanations[static_cast<std::size_t>(at - documents.begin())];
          explanation.parts.push_back({name, match.score, {}});
          explanation.value += match.score;
        }
      }
    }
    return explanations;
  });
}

}  // namespace guidepost
