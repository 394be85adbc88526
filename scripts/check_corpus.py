#!/usr/bin/env python3
"""Names what is wrong with the words of the shipped corpus: near-copies, dead ids, sizes, readability, spelling, filler.

`guidepost index --strict` holds a corpus to the grammar of corpus/README.md; this holds ours to what its editors promise beyond it.
Usage: check_corpus.py [FOLDER]
"""
import collections
import dataclasses
import pathlib
import re
import sys

MOST_ALIKE = 0.6  # Jaccard similarity of the word 3-shingles of two sentences
LEAST_COMPARED_WORDS = 6
GUIDE_WORDS = range(1400, 2401)
TIP_WORDS = range(80, 251)
SKILLS_OF_A_GUIDE = range(12, 26)
LEAST_TOOLS = 8
LEAST_QUESTIONS = 3
MEAN_SENTENCE_WORDS = (10, 26)
MOST_SENTENCE_WORDS = 60
MOST_DESCRIPTION_BYTES = 200

# The sections of a guide in their order, and how many bullets each has.
HEADINGS = {
    "en": ["Overview", "Skills", "LinkedIn Optimisation", "CV & Resume", "Outreach Strategy", "Interview Prep", "A day as ...",
           "Career Path", "Common Mistakes", "Essential Tools", "FAQ"],
    "de": ["Überblick", "Fähigkeiten", "LinkedIn-Profil", "Lebenslauf", "Kontaktaufnahme", "Vorstellungsgespräch", "Ein Tag als ...",
           "Karriereweg", "Häufige Fehler", "Werkzeuge", "Häufige Fragen"],
    "es": ["Resumen", "Habilidades", "Perfil de LinkedIn", "Currículum", "Contacto y networking", "Entrevista", "Un día como ...",
           "Trayectoria", "Errores frecuentes", "Herramientas", "Preguntas frecuentes"],
}
MANY = 1000
ANY, TIPS, MISTAKES, TOOLS = range(MANY), range(4, 7), range(5, MANY), range(LEAST_TOOLS, MANY)
BULLETS = [ANY, ANY, TIPS, TIPS, TIPS, TIPS, ANY, ANY, MISTAKES, TOOLS, ANY]
ESTIMATE = {"en": "estimat", "de": "schätz", "es": "estima"}

# Stems that take -is- or -ys- in Britain, then other American spellings, each with the British one.
IZE = """agon anal apolog author capital categor central character commod container critic custom digit econom emphas familiar final
    formal general harmon hypothes incentiv initial item jeopard legal local material maxim memor minim mobil modern modular monet
    neutral normal optim organ parallel paral parametr penal personal popular priorit quant random raster real recogn sanit scrutin
    serial special stabil standard summar synchron token util vector virtual visual""".split()
AMERICAN = {stem + "[iy]z[aei]": stem + "is-/-ys-" for stem in IZE} | dict(pair.split("=") for pair in r"""
    behavior=behaviour color=colour favor=favour flavor=flavour harbor=harbour honor(?!ar)=honour humor(?!ous)=humour
    labor(?!at|io)=labour neighbor=neighbour rumor=rumour center=centre fiber=fibre theater=theatre liters?\b=litre defense=defence
    offense=offence catalog(?!u)=catalogue artifact=artefact gray\b=grey skeptic=sceptic cancel(?:ed|ing)=cancell-
    channel(?:ed|ing)=channell- fuel(?:ed|ing)=fuell- label(?:ed|ing)=labell- level(?:ed|ing)=levell- model(?:ed|er|ing)=modell-
    signal(?:ed|ing)=signall- travel(?:ed|er|ing)=travell- total(?:ed|ing)=totall- tunnel(?:ed|ing)=tunnell-
    fulfill(?!ed|ing)=fulfil installment=instalment skillful=skilful enroll(?!ed|ing)=enrol aluminum=aluminium math\b=maths gotten=got
    anesth=anaesth pediatr=paediatr anemi=anaemi hemato=haemato orthopedic=orthopaedic counselor=counsellor""".split())
AMERICAN_SPELLING = re.compile(r"(?<![\w-])(?:(?:de|dis|over|pre|re|un)-?)?(?:" + "|".join(f"({s})" for s in AMERICAN) + r")\w*", re.I)
NAMES_SPELLED_SO = re.compile("Camunda Modeler|Google Ads Transparency Center|Organizer")
FILLER = re.compile(r"\b(?:" + "|".join("""in today's,fast-paced,ever-(?:evolving|changing),passionate,leverag(?:e[sd]?|ing)(?! ratio),
    delv(?:e[sd]?|ing),game-chang,(?:important|worth) (?:to note|noting),cutting-edge,state-of-the-art,seamless,synerg,rock ?star,
    results-(?:driven|oriented),look no further,plethora,myriad,tapestry,testament to,embark,unlock (?:your|the),needless to say,
    at the end of the day,in conclusion,in order to,world-class,best-in-class,hit the ground,think outside,to the next level,
    whether you're,proven track record,moreover,furthermore,deep dive""".replace("\n    ", "").split(",")) + ")", re.I)

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
SENTENCE_END = re.compile(r"[.!?…][\"”»)\]*]*\s+(?=[\"“„«(*¿¡]*[A-ZÀ-Þ0-9`])")
ABBREVIATION = re.compile(r"\b(?:e\.g|i\.e|vs|Dr|Mr|Mrs|Ms|No|approx|z\. ?B|d\. ?h|u\. ?a|bzw|ca|Nr|p\. ?ej|Sra?)\.$")
LIST_MARK = r"\s*(?:-|>|\||\d+\.)\s+"
KEBAB = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclasses.dataclass
class Block:
    """A heading, bullet, quotation or paragraph; `section` and `question` are the headings it stands below."""
    line: int
    kind: str
    text: str
    section: str
    question: str


@dataclasses.dataclass
class Document:
    path: str
    id: str
    front: dict
    lines: dict  # where a key of the front matter stands
    blocks: list
    language: str

    def line_of(self, key):
        return f"{self.path}:{self.lines.get(key, 1)}"

    def words(self):
        return sum(len(words_of(block.text)) for block in self.blocks)

    def sentences(self):
        for block in self.blocks:
            if block.kind != "heading":
                yield from ((block.line, sentence) for sentence in sentences_of(plain(block.text)))


def words_of(text):
    return WORD.findall(text.lower())


def plain(text):
    return re.sub(r"[*`]|^" + LIST_MARK, "", re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)).strip()


def sentences_of(text):
    start = 0
    for end in SENTENCE_END.finditer(text):
        if not ABBREVIATION.search(text[:end.end()].rstrip()):
            yield text[start:end.end()].strip()
            start = end.end()
    if text[start:].strip():
        yield text[start:].strip()


def value_of(text):
    """The little YAML that the corpus writes: text, [a, "b, c"], and {key: value}."""
    text = text.strip()
    if text.startswith("["):
        return [value_of(item) for item in re.findall(r'"[^"]*"|[^,\[\]]+', text[1:-1]) if item.strip()]
    if text.startswith("{"):
        return {key: value_of(value) for key, value in re.findall(r'([\w-]+):\s*("[^"]*"|[^,{}]+)', text)}
    return text.strip("\"'")


def read_front_matter(lines):
    """The keys, their lines, and how many lines the front matter has."""
    front, places, key = {}, {}, ""
    for number, line in enumerate(lines[1:], 2):
        if line.rstrip() == "---":
            return front, places, number
        if line.startswith((" ", "-")):
            front[key] = (front[key] or []) + [value_of(line.strip().removeprefix("- "))]
        elif ":" in line:
            key, value = line.split(":", 1)
            front[key], places[key] = value_of(value), number
    return front, places, len(lines)


def read_document(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    front, places, body = read_front_matter(lines)
    blocks, section, question, is_open = [], "", "", False
    for number, line in enumerate(lines[body:], body + 1):
        heading = re.match(r"(##+)\s+(.*)", line)
        if heading:
            section, question = (heading[2], "") if heading[1] == "##" else (section, heading[2])
            blocks.append(Block(number, "heading", heading[2], section, question))
        elif line.strip() and (not is_open or re.match(LIST_MARK, line)):
            kind = {"- ": "bullet", "> ": "quotation"}.get(line[:2], "paragraph")
            blocks.append(Block(number, kind, line, section, question))
        elif line.strip():
            blocks[-1].text += " " + line.strip()
        is_open = bool(line.strip()) and not heading
    return Document(path.as_posix(), front.get("id", ""), front, places, blocks, front.get("language", "en"))


def read_skills(path):
    """id -> {key: (line, value)}"""
    skills, skill = {}, {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        pair = re.match(r"(- |  )([a-z_]+):\s*(.*)", line)
        if pair and pair[1] == "- ":
            skill = skills.setdefault(value_of(pair[3]), {})
        if pair:
            skill[pair[2]] = (f"{path.as_posix()}:{number}", value_of(pair[3]))
    return skills


def read_tolerated(path):
    """(id, id, sentence) -> line, of `id | id | the sentence in the first | reason`."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    rows = [(f"{path.as_posix()}:{number}", [field.strip() for field in line.split("|")])
            for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    return {tuple(fields[:3]) if len(fields) == 4 and all(fields) else (): where for where, fields in rows}


def duplicate_faults(documents, tolerated, used):
    """Candidates are found through their shingles, so that no two sentences are compared that have nothing in common."""
    seen, holders = [], collections.defaultdict(list)
    for document in documents:
        for line, text in document.sentences():
            words = words_of(text)
            if len(words) < LEAST_COMPARED_WORDS:
                continue
            shingles = set(zip(words, words[1:], words[2:]))
            shared = collections.Counter(earlier for shingle in shingles for earlier in holders[shingle])
            for earlier, count in shared.items():
                other, other_line, other_text, size = seen[earlier]
                alike = count / (size + len(shingles) - count)
                if alike <= MOST_ALIKE or other is document:
                    continue
                pairs = {(document.id, other.id, text), (other.id, document.id, other_text)} & tolerated.keys()
                used |= pairs
                if not pairs:
                    yield (f"{document.path}:{line}: \"{text[:70]}\" is {alike:.0%} the same as in {other.path}:{other_line}, "
                           "write what is only true here")
            for shingle in shingles:
                holders[shingle].append(len(seen))
            seen.append((document, line, text, len(shingles)))


def tolerated_faults(tolerated, used):
    for pair, where in tolerated.items():
        if not pair:
            yield f"{where}: is no tolerated pair, write id | id | sentence | reason"
        elif pair not in used:
            yield f"{where}: there is no such pair any more, remove the line"


def id_faults(guides, tips, skills):
    by_id = {guide.id: guide for guide in guides}
    taken = set(skills)
    for document in guides + tips:
        if not KEBAB.fullmatch(document.id) or document.id != pathlib.Path(document.path).stem:
            yield f"{document.line_of('id')}: the id \"{document.id}\" is not the kebab-case name of the file, make them equal"
        if document.id in taken:
            yield f"{document.line_of('id')}: the id {document.id} is taken, choose another"
        taken.add(document.id)
        for skill in document.front.get("skills") or []:
            name = skill.get("id") if isinstance(skill, dict) else skill
            if name not in skills:
                yield f"{document.line_of('skills')}: there is no skill {name}, choose one of skills.yaml"
        for step in document.front.get("career_path") or []:
            if step.get("role", document.id) not in by_id:
                yield f"{document.line_of('career_path')}: there is no guide {step['role']}, correct the role"
        original = document.front.get("translation_of")
        if original and (original not in by_id or by_id[original].language == document.language):
            yield f"{document.line_of('translation_of')}: {original} is no guide in another language, name the original"


def skill_faults(skills):
    nowhere = ("", None)
    for name, skill in skills.items():
        where, description = skill.get("description", (skill["id"][0], ""))
        if not 0 < len(description.encode()) <= MOST_DESCRIPTION_BYTES:
            yield f"{where}: the description has {len(description.encode())} bytes, write 1 to {MOST_DESCRIPTION_BYTES}"
        where, related = skill.get("related", ("", []))
        yield from (f"{where}: {other} is no other skill, correct `related`" for other in related if other not in skills or other == name)
        where, above = skill.get("broader", nowhere)
        if above is not None and above not in skills:
            yield f"{where}: there is no skill {above}, correct `broader`"
        line = [name]
        while above in skills and above not in line:
            line.append(above)
            above = skills[above].get("broader", nowhere)[1]
        if above == name:
            yield f"{where}: `broader` leads in a circle ({' > '.join(line + [name])}), cut it"


def section_faults(guide):
    if guide.language not in HEADINGS:
        yield f"{guide.line_of('language')}: no headings are known for {guide.language}, add them here and to the README"
        return
    headings = HEADINGS[guide.language]
    found = [block for block in guide.blocks if block.kind == "heading" and not block.question]
    forms = [re.escape(heading).replace(r"\.\.\.", ".+") for heading in headings]
    if len(found) != len(headings) or not all(re.fullmatch(form, block.text) for form, block in zip(forms, found)):
        yield f"{guide.path}:1: its sections are {', '.join(block.text for block in found)}; write {', '.join(headings)}"
        return
    for heading, bounds in zip(found, BULLETS):
        bullets = [block for block in guide.blocks if block.kind == "bullet" and block.section == heading.text]
        if len(bullets) not in bounds:
            wanted = f"at least {bounds[0]}" if bounds.stop == MANY else f"{bounds[0]} to {bounds[-1]}"
            yield f"{guide.path}:{heading.line}: \"{heading.text}\" has {len(bullets)} bullets, write {wanted}"
        if bounds is TOOLS:
            yield from tool_faults(guide, heading, " | ".join("".join(re.findall(r"^- \*\*(.+?)\*\*", block.text)) for block in bullets))
    yield from faq_faults(guide, found[-1])


def tool_faults(guide, heading, described):
    tools = guide.front.get("tools") or []
    if len(tools) < LEAST_TOOLS:
        yield f"{guide.line_of('tools')}: has {len(tools)} tools, name at least {LEAST_TOOLS}"
    for tool in tools:
        if not re.search(rf"(?<!\w){re.escape(tool)}(?!\w)", described):
            yield f"{guide.path}:{heading.line}: the tool {tool} has no bullet, add `- **{tool}**: ...`"


def faq_faults(guide, heading):
    answers = collections.defaultdict(str)
    for block in guide.blocks:
        if block.section == heading.text and block.question and block.kind != "heading":
            answers[block.question] += " " + block.text
    if len(answers) < LEAST_QUESTIONS:
        yield f"{guide.path}:{heading.line}: has {len(answers)} questions, answer at least {LEAST_QUESTIONS}"
    if not guide.front.get("salary"):
        return
    low, high = guide.front["salary"].get("low"), guide.front["salary"].get("high")
    pay = [text for text in answers.values() if {low, high} <= set(re.findall(r"\d+", re.sub(r"(?<=\d)[.,\s](?=\d{3}\b)", "", text)))]
    if not pay:
        yield f"{guide.path}:{heading.line}: no answer names {low} and {high} as `salary` does, make the figures agree"
    elif not any(re.search(ESTIMATE[guide.language], text, re.I) for text in pay):
        yield f"{guide.path}:{heading.line}: the answer on pay does not call its figures an estimate, say so"


def size_faults(guides, tips):
    for guide in guides:
        if guide.language == "en" and guide.words() not in GUIDE_WORDS:
            yield f"{guide.path}:1: has {guide.words()} words, write {GUIDE_WORDS[0]} to {GUIDE_WORDS[-1]}"
        count = len(guide.front.get("skills") or [])
        if count not in SKILLS_OF_A_GUIDE:
            yield f"{guide.line_of('skills')}: has {count} skills, name {SKILLS_OF_A_GUIDE[0]} to {SKILLS_OF_A_GUIDE[-1]}"
    for tip in tips:
        if tip.words() not in TIP_WORDS:
            yield f"{tip.path}:1: has {tip.words()} words, write {TIP_WORDS[0]} to {TIP_WORDS[-1]}"


def readability_faults(document, is_guide):
    lengths = []
    for line, sentence in document.sentences():
        lengths.append(len(words_of(sentence)))
        if lengths[-1] > MOST_SENTENCE_WORDS:
            yield f"{document.path}:{line}: a sentence has {lengths[-1]} words, split it (at most {MOST_SENTENCE_WORDS})"
    mean = sum(lengths) / max(1, len(lengths))
    if is_guide and not MEAN_SENTENCE_WORDS[0] <= mean <= MEAN_SENTENCE_WORDS[1]:
        yield f"{document.path}:1: its sentences have {mean:.0f} words on average, write 12 to 20"


def wording_faults(where, text, is_quotation=False):
    """American spellings outside code and names, and filler outside quotations, where it is an example of what not to write."""
    text = NAMES_SPELLED_SO.sub("", re.sub(r"`[^`]*`", "", text))
    for found in AMERICAN_SPELLING.finditer(text):
        yield f"{where}: \"{found[0]}\" is American, write {list(AMERICAN.values())[found.lastindex - 1]}"
    for found in FILLER.finditer("" if is_quotation else re.sub(r'"[^"]*"', "", text)):
        yield f"{where}: \"{found[0]}\" is filler, say what is meant or nothing"


def english_faults(documents, skills):
    for document in documents:
        for key in ("title", "tagline"):
            yield from wording_faults(document.line_of(key), document.front.get(key, ""))
        for block in document.blocks:
            yield from wording_faults(f"{document.path}:{block.line}", block.text, block.kind == "quotation")
    for skill in skills.values():
        for key in skill.keys() & {"label", "description"}:
            yield from wording_faults(*skill[key])


def question_faults(guides):
    asked = {}
    for guide in guides:
        for block in guide.blocks:
            if block.kind == "heading" and block.question:
                other = asked.setdefault(" ".join(words_of(block.text)), (guide, block.line))
                if other[0] is not guide:
                    yield f"{guide.path}:{block.line}: {other[0].path}:{other[1]} asks the same, word it for this role"


def faults_of(folder):
    guides, tips = ([read_document(path) for path in sorted(folder.glob(f"{part}/*.md"))] for part in ("guides", "tips"))
    skills = read_skills(folder / "skills.yaml")
    tolerated, used = read_tolerated(folder / "tolerated_duplicates.txt"), set()
    if not guides or not skills:
        yield f"{folder}:1: holds no guides or no skills, name the corpus folder"
    yield from id_faults(guides, tips, skills)
    yield from skill_faults(skills)
    yield from size_faults(guides, tips)
    for guide in guides:
        yield from section_faults(guide)
    for document in guides + tips:
        yield from readability_faults(document, document in guides)
    for language in sorted({document.language for document in guides + tips}):
        yield from duplicate_faults([document for document in guides + tips if document.language == language], tolerated, used)
    yield from tolerated_faults(tolerated, used)
    yield from english_faults([document for document in guides + tips if document.language == "en"], skills)
    yield from question_faults(guides)


def main():
    faults = list(faults_of(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parent.parent / "corpus")))
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
