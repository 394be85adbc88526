#include "core/engine.h"

#include "core/index/generation.h"
#include "core/search/browsing_order.h"

#include <mutex>
#include <utility>
#include <vector>

namespace guidepost {

struct Engine::Parts {
  std::unique_ptr<const Generation> generation;
  SkillGraph graph;
  std::vector<RoleCard> cards;
  RoleSkillModel model;
  NeighbourLists related;
  NeighbourLists similar;
  SkillLanguages languages;
  SkillForms forms;
  Namesakes namesakes;
  RecommendData data;
  Recommender recommender;
  BrowsingOrder browsing;
  Suggester suggester;

  std::mutex mutex;
  std::vector<std::unique_ptr<Searcher>> idle;  // guarded by mutex

  Parts(std::unique_ptr<const Generation> opened, SkillGraph skills, std::vector<RoleCard> roles,
        RoleSkillModel learned, NeighbourLists related_skills, NeighbourLists similar_roles,
        Suggester completions)
      : generation(std::move(opened)),
        graph(std::move(skills)),
        cards(std::move(roles)),
        model(std::move(learned)),
        related(std::move(related_skills)),
        similar(std::move(similar_roles)),
        languages(generation->names.vocabulary.skills()),
        forms(generation->names.vocabulary.skills()),
        namesakes(forms, generation->names.vocabulary.skills().size()),
        data{generation->names, graph, model, cards, related, similar, languages, forms, namesakes},
        recommender(generation->names.vocabulary, graph, related),
        browsing(*generation),
        suggester(std::move(completions)) {}
};

Engine::Lease::Lease(const Engine& engine, std::unique_ptr<Searcher> searcher)
    : engine_(&engine), searcher_(std::move(searcher)) {}

Engine::Lease::~Lease() {
  if (searcher_) engine_->take_back(std::move(searcher_));
}

Engine::Engine(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Engine::~Engine() = default;

Result<std::shared_ptr<const Engine>> Engine::open(const std::filesystem::path& path) {
  auto generation = open_generation(path);
  if (!generation) return failure(generation.error());
  return adopt(std::move(*generation));
}

Result<std::shared_ptr<const Engine>> Engine::adopt(std::unique_ptr<const Generation> generation) {
  const std::filesystem::path& path = generation->path;
  const Manifest& manifest = generation->manifest;
  auto graph = read_generation_file(path, manifest, generation_file::skills)
                   .and_then([](const std::string& bytes) { return SkillGraph::decode(bytes); });
  if (!graph) return failure(graph.error());
  if (graph->skill_count() != generation->names.vocabulary.skills().size()) {
    return failure(ErrorCode::index_damaged, "does not hold the skills of the vocabulary",
                   "build the index again with `guidepost index`",
                   {(path / generation_file::skills).string(), 0});
  }
  auto cards = read_generation_file(path, manifest, generation_file::roles)
                   .and_then([&](const std::string& bytes) {
                     return decode_role_cards(bytes, graph->role_count());
                   });
  if (!cards) return failure(cards.error());
  auto model = RoleSkillModel::open(path / generation_file::role_skills, *graph);
  if (!model) return failure(model.error());
  auto related = NeighbourLists::open(path / generation_file::related_skills, graph->skill_count());
  if (!related) return failure(related.error());
  auto similar = NeighbourLists::open(path / generation_file::similar_roles, graph->role_count());
  if (!similar) return failure(similar.error());
  auto suggester = read_generation_file(path, manifest, generation_file::suggest)
                       .and_then([](const std::string& bytes) { return Suggester::decode(bytes); });
  if (!suggester) return failure(suggester.error());

  // make_shared cannot reach the private constructor.
  std::shared_ptr<const Engine> engine(new Engine(std::make_unique<Parts>(
      std::move(generation), std::move(*graph), std::move(*cards), std::move(*model),
      std::move(*related), std::move(*similar), std::move(*suggester))));
  return engine;
}

Result<std::shared_ptr<const Engine>> Engine::open_current(const IndexDirectory& directory) {
  auto name = directory.current();
  if (!name) return failure(name.error());
  auto engine = open(directory.path_of(*name));
  if (engine) return engine;
  // Published over and pruned between the two steps: what is current now is there.
  const auto newer = directory.current();
  if (!newer || *newer == *name) return engine;
  return open(directory.path_of(*newer));
}

Engine::Lease Engine::lease() const {
  {
    const std::lock_guard lock(parts_->mutex);
    if (!parts_->idle.empty()) {
      Lease lease(*this, std::move(parts_->idle.back()));
      parts_->idle.pop_back();
      return lease;
    }
  }
  return {*this,
          std::make_unique<Searcher>(*parts_->generation, parts_->browsing, parts_->recommender)};
}

void Engine::take_back(std::unique_ptr<Searcher> searcher) const {
  const std::lock_guard lock(parts_->mutex);
  parts_->idle.push_back(std::move(searcher));
}

const std::string& Engine::generation() const { return manifest().generation; }
const Manifest& Engine::manifest() const { return parts_->generation->manifest; }
const Vocabulary& Engine::vocabulary() const { return parts_->generation->names.vocabulary; }
const Suggester& Engine::suggester() const { return parts_->suggester; }
const Recommender& Engine::recommender() const { return parts_->recommender; }
const RecommendData& Engine::recommend_data() const { return parts_->data; }

}  // namespace guidepost
