#include "core/search/xapian_executor.h"

#include "core/index/schema.h"
#include "core/index/xapian_door.h"
#include "core/search/ranking.h"

#include <map>

namespace guidepost {
namespace {

using Xapian::Query;

Xapian::BM25Weight bm25() {
  return {ranking::k1, 0, ranking::k3, ranking::b, ranking::min_normalised_length};
}

Query all_of(const std::vector<std::string>& terms, Together together) {
  if (terms.size() == 1) return Query(terms.front());
  if (together == Together::in_a_row) {
    return {Query::OP_PHRASE, terms.begin(), terms.end(),
            static_cast<Xapian::termcount>(terms.size())};
  }
  return {Query::OP_AND, terms.begin(), terms.end()};
}

Query scaled(const Query& query, double trust) {
  return trust == 1 ? query : Query(Query::OP_SCALE_WEIGHT, query, trust);
}

/// The best alternative counts. Single terms of equal trust pool their statistics in one OP_SYNONYM, or a rare misspelling would outweigh
/// the word; OP_SYNONYM ignores weights inside it, so each trust is a group of its own, scaled outside.
Query query_of(const WordGroup& group) {
  std::map<double, std::vector<std::string>> terms_by_trust;
  std::vector<Query> ways;
  for (const Alternative& alternative : group.alternatives) {
    if (alternative.terms.size() == 1) {
      terms_by_trust[alternative.trust].push_back(alternative.terms.front());
    } else {
      ways.push_back(scaled(all_of(alternative.terms, alternative.together), alternative.trust));
    }
  }
  for (const auto& [trust, terms] : terms_by_trust) {
    const Query same = terms.size() == 1 ? Query(terms.front())
                                         : Query(Query::OP_SYNONYM, terms.begin(), terms.end());
    ways.push_back(scaled(same, trust));
  }
  if (ways.size() == 1) return ways.front();
  return {Query::OP_MAX, ways.begin(), ways.end()};
}

Query query_of(const PlanFilter& filter) {
  std::vector<std::string> terms;
  for (const std::string& value : filter.values) {
    terms.push_back(schema::facet_term(filter.field, value));
  }
  return {Query::OP_OR, terms.begin(), terms.end()};
}

std::vector<Query> queries_of(const std::vector<WordGroup>& groups) {
  std::vector<Query> queries;
  queries.reserve(groups.size());
  for (const WordGroup& group : groups) queries.push_back(query_of(group));
  return queries;
}

/// Everything of the plan but its filters.
Query text_query(const QueryPlan& plan) {
  const std::vector<Query> required = queries_of(plan.required);
  Query query =
      required.empty() ? Query::MatchAll : Query(Query::OP_AND, required.begin(), required.end());
  std::vector<Query> bonus = queries_of(plan.optional);
  for (const Alternative& pair : plan.neighbours) {
    bonus.push_back(scaled(all_of(pair.terms, pair.together), pair.trust));
  }
  if (!bonus.empty()) {
    query = Query(Query::OP_AND_MAYBE, query, Query(Query::OP_OR, bonus.begin(), bonus.end()));
  }
  std::vector<Query> excluded = queries_of(plan.excluded);
  for (const PlanFilter& filter : plan.excluded_filters) excluded.push_back(query_of(filter));
  if (!excluded.empty()) {
    query = Query(Query::OP_AND_NOT, query, Query(Query::OP_OR, excluded.begin(), excluded.end()));
  }
  return query;
}

Query filtered(const Query& query, const std::vector<PlanFilter>& filters) {
  if (filters.empty()) return query;
  std::vector<Query> tests;
  tests.reserve(filters.size());
  for (const PlanFilter& filter : filters) tests.push_back(query_of(filter));
  return {Query::OP_FILTER, query, Query(Query::OP_AND, tests.begin(), tests.end())};
}

/// Notes every document the matcher visits.
class DocidSpy : public Xapian::MatchSpy {
 public:
  explicit DocidSpy(std::vector<std::uint32_t>& docids) : docids_(docids) {}
  void operator()(const Xapian::Document& document, double /*weight*/) override {
    docids_.push_back(document.get_docid());
  }

 private:
  std::vector<std::uint32_t>& docids_;
};

void set_order(Xapian::Enquire& enquire, const QueryPlan& plan, Sort sort) {
  switch (sort) {
    case Sort::relevance:
      if (plan.required.empty()) enquire.set_sort_by_value(schema::browse_slot, false);
      return;
    case Sort::title:
      enquire.set_sort_by_value(schema::title_slot, false);
      return;
    case Sort::title_descending:
      enquire.set_sort_by_value(schema::title_slot, true);
      return;
  }
}

/// Names of the parts of an explanation, each with the query whose weight it is.
std::vector<std::pair<std::string, Query>> scored_parts(const QueryPlan& plan) {
  std::vector<std::pair<std::string, Query>> parts;
  for (const WordGroup& group : plan.required) parts.emplace_back(group.text, query_of(group));
  for (const WordGroup& group : plan.optional) {
    parts.emplace_back(group.text + " (optional)", query_of(group));
  }
  for (const Alternative& pair : plan.neighbours) {
    parts.emplace_back("side by side: " + pair.terms[0] + " " + pair.terms[1],
                       scaled(all_of(pair.terms, pair.together), pair.trust));
  }
  return parts;
}

}  // namespace

XapianExecutor::XapianExecutor(Xapian::Database database)
    : database_(std::move(database)), document_count_(database_.get_doccount()) {}

Result<XapianExecutor> XapianExecutor::open(const std::string& database) {
  return guarded([&] { return XapianExecutor(Xapian::Database(database)); });
}

std::size_t XapianExecutor::frequency(const std::string& term) const {
  // A frequency only steers the reading of a query; a database that cannot be read shows in run().
  return guarded([&] { return std::size_t{database_.get_termfreq(term)}; }).value_or(0);
}

Result<Matches> XapianExecutor::run(const QueryPlan& plan, std::size_t most, Sort sort,
                                    Group group) const {
  return guarded([&] {
    Matches matches;
    DocidSpy spy(matches.docids);
    const Query text = text_query(plan);
    const auto all = static_cast<Xapian::doccount>(document_count_);
    const auto wanted = static_cast<Xapian::doccount>(most);

    Xapian::Enquire enquire(database_);
    enquire.set_weighting_scheme(bm25());
    set_order(enquire, plan, sort);
    if (group == Group::guide) enquire.set_collapse_key(schema::guide_slot);
    enquire.set_query(filtered(text, plan.filters));
    const bool is_one_pass = plan.filters.empty();
    if (is_one_pass) enquire.add_matchspy(&spy);
    const Xapian::MSet best = enquire.get_mset(0, wanted, is_one_pass ? all : 0);
    for (auto at = best.begin(); at != best.end(); ++at) {
      matches.best.push_back({*at, at.get_weight()});
    }
    if (!is_one_pass) {
      Xapian::Enquire every(database_);
      every.set_weighting_scheme(Xapian::BoolWeight());
      every.set_query(text);
      every.add_matchspy(&spy);
      every.get_mset(0, 0, all);
    }
    return matches;
  });
}

Result<std::vector<Explanation>> XapianExecutor::explain(
    const QueryPlan& plan, const std::vector<std::string>& ids) const {
  return guarded([&] {
    std::vector<Explanation> explanations(ids.size(), Explanation{"score", 0, {}});
    std::vector<std::string> id_terms;
    std::map<Xapian::docid, std::size_t> place;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      id_terms.push_back(schema::id_term(ids[i]));
      const auto posting = database_.postlist_begin(id_terms.back());
      if (posting != database_.postlist_end(id_terms.back())) place[*posting] = i;
    }
    const Query these(Query::OP_OR, id_terms.begin(), id_terms.end());
    for (const auto& [name, query] : scored_parts(plan)) {
      Xapian::Enquire enquire(database_);
      enquire.set_weighting_scheme(bm25());
      enquire.set_query(Query(Query::OP_FILTER, query, these));
      const Xapian::MSet found = enquire.get_mset(0, static_cast<Xapian::doccount>(ids.size()));
      for (auto at = found.begin(); at != found.end(); ++at) {
        Explanation& explanation = explanations[place.at(*at)];
        explanation.parts.push_back({name, at.get_weight(), {}});
        explanation.value += at.get_weight();
      }
    }
    return explanations;
  });
}

Result<StoredDocument> XapianExecutor::document(std::uint32_t docid) const {
  const auto bytes = guarded([&] { return database_.get_document(docid).get_data(); });
  if (!bytes) return failure(bytes.error());
  return decode_document(*bytes);
}

Result<std::optional<StoredDocument>> XapianExecutor::document_with_id(std::string_view id) const {
  if (id.empty() || id.size() > schema::max_value_bytes) return std::nullopt;
  const std::string term = schema::id_term(id);
  const auto bytes = guarded([&]() -> std::optional<std::string> {
    const auto posting = database_.postlist_begin(term);
    if (posting == database_.postlist_end(term)) return std::nullopt;
    return database_.get_document(*posting).get_data();
  });
  if (!bytes) return failure(bytes.error());
  if (!*bytes) return std::nullopt;
  auto document = decode_document(**bytes);
  if (!document) return failure(document.error());
  return std::optional<StoredDocument>(std::move(*document));
}

}  // namespace guidepost
