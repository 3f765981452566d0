"""Changes of posts: who takes over, whom somebody followed, where they came from and went to.

`kb.handovers` reads them; a question is answered with the sentence that tells the move it asks for, and with the one that
tells the other half of it where that is another.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from bot.answer import Answer
from bot.answers.bodies import of_body_asked
from bot.answers.passages import Passages
from bot.answers.posts import Posts
from bot.answers.successors import asks_successor
from bot.answers.telling import tell
from bot.evidence import Evidence
from bot.question import Question
from kb import lazy, lifeparts
from kb.handovers import FIRM, PERSON, POST, Mark, Move, line_of, read
from kb.latest import Latest
from kb.rows import StoredSentence
from kb.terms import span_terms
from kb.text import fold

_KEPT = 64  # articles whose moves are kept
_LOOKED_AT = 400  # sentences
_CUT = lazy.compile("[;；]")
_NO_POSTS = frozenset("predecessor successor colleague former-employee candidate disciple person-who".split())
_WHO = lazy.compile(r"谁|哪位|何人|什么人|\bwho\b|\bwhom\b|\bwhose\b")
# 接替了誰, 前任是誰, "whom did P succeed".
_AFTER_WHOM = lazy.compile(
    r"(?:接替|接任|取代|接|接下|接过|接手|顶替)(?:了|的|过)*(?:是|系)?(?:谁|哪位)|(?:的)?前一?任(?:者)?(?:是|系|叫)?(?:谁|哪位)|谁的(?:位[子置]|班|棒|工作|职[务位]|缺)|"
    r"\bwho(?:m|se (?:job|post|place|role))? (?:did|does|will|is|has|was) [^?]{2,50}?\b(?:succeed\w*|replac\w+|tak(?:e|ing) over from|took over from|tak(?:e|ing)|follow\w*)\b|\bpredecessor\b|\b(?:succeed|replace|take over from) whom\b|\btake over from\?"
)
_WITH_WHOM = lazy.compile(
    r"(?:[和与跟同]谁|谁[和与跟同]|还有谁|(?:一起|一同|共同(?!创[始办]人)|联合(?!创[始办]人)|合伙|携手)[^?]{0,6})[^?]{0,20}(?:创(?![始办]人)|成立|开办)|(?:创[办立建]|成立)[^?]{0,12}(?:[和与跟同]谁|还有谁|合伙人是谁|搭档)|"
    r"\bwho (?:else )?co-?found(?:ed|er)\b[^?]*\b(?:with|alongside|w/?)(?= )|\b(?:found(?:ed)?|start(?:ed)?|set up|co-?found(?:ed)?|establish(?:ed)?)\b[^?]*\bwith(?: whom|\?|$)|\bwith whom\b[^?]*\b(?:found|start|set up)|\b(?:founded|started|set up)\b[^?]* (?:together )?with\b|\bwho did\b[^?]* (?:found|start|set up)\b[^?]*\bwith\b"
)
_PARTNER = lazy.compile(r"(?:联合|共同)创[始办]人[^?]{0,6}(?:谁|哪)|谁[^?]{0,12}(?:联合|共同)创[始办]人")  # of somebody named
_WHENCE = lazy.compile(
    r"(?:之前|以前|此前|先前|原来|原先|[^以之]前)[^?]{0,8}?(?:在|是|任|做|当|哪|什么)|来自(?:哪|什么)|从(?:哪|什么)[^?]{0,6}(?:来|跳|挖|转)|(?:前|上)一?[份个](?:工作|东家|公司|职务)|前东家|老东家|原本在|"
    r"\bwhere (?:did|was|were|had|has|does) [^?]{2,60}?\b(?:before|previously|come from|formerly|prior|joined? from|recruited from|hired from|poached from)\b|\bwhere (?:did|was|does|is) [^?]{2,60}\bfrom\b|\bprevious (?:employer|job|role|company|position)\b|\b(?:what|where) (?:did|was|were|had) [^?]{2,60}\b(?:before|prior to)\b|\bwork(?:ed)? before\b|\bpoached\b.{0,30}\bfrom\b"
)
_WHITHER = lazy.compile(
    r"(?:(?<![提谈讲说见遇达得看听想找收做拿])[去到]|跳槽|转投|转往|加盟|转任)(?:了|到|去)?(?:哪(?![些几])|什么(?:公司|地方))|(?:离开|离职|卸任|离任)(?:之|以)?后[^?]{0,8}(?:哪|什么)|下一站|现在(?:在)?(?:做|干|哪|任)|新(?:职务?|工作|东家)(?:是|在)|卸任后|"
    r"\bwhere (?:is|will|did|has|does) [^?]{2,40}\b(?:go|going|gone|heading|move|moved|moving|headed|went)\b|\bnew (?:job|role|employer|position|post)\b|\bdo(?:ing)? now\b|\bafter leaving\b|\bgoes next\b"
)


class Handovers:
    """Answers questions about changes of posts, for one asker."""

    def __init__(self, evidence: Evidence, passages: Passages, posts: Posts) -> None:
        """Quote through `passages`; `posts` knows who "the CFO of X" is."""
        self.evidence = evidence
        self._passages = passages
        self._posts = posts
        self._read: Latest[int, list[Move]] = evidence.library.latest("moves", _KEPT)

    # ------------------------------------------------------------ reading
    def of(self, article: int) -> list[Move]:
        """Return the moves an article tells; not to be changed."""
        return self._read.get(article, self._moves)

    def _moves(self, article: int) -> list[Move]:
        library = self.evidence.library
        sentences = library.archive.sentences_of_article(article)
        entities = library.names.entities
        told = lifeparts.parts(library.articles[article].published, sentences, entities.__getitem__)
        lines = [
            line_of(s.n, s.paragraph, s.text, self._marks(s), [(p.begin, p.end, p.person) for p in parts if p.person])
            for s, parts in zip(sentences, told, strict=True)
        ]
        return read(lines)

    def _marks(self, sentence: StoredSentence) -> list[Mark]:
        names = self.evidence.library.names
        kinds = {"person": PERSON, "company": FIRM, "institution": FIRM}
        out = [Mark(m.start, m.end, kinds[k], frozenset([m.entity])) for m in sentence.mentions if (k := names.entities[m.entity].kind) in kinds]
        for span in names.find(fold(sentence.text)):
            posts = frozenset(i for k, i in span_terms(span) if k == "concept" and names.concepts[i].group == "role")
            posts -= _NO_POSTS
            if posts and not any(m.start < span.end and span.start < m.end for m in out):
                out.append(Mark(span.start, span.end, POST, posts))
        return out

    # ------------------------------------------------------------ answering
    def answer(self, question: Question) -> Answer | None:
        """Answer who takes over, after whom, from where or to where, or return None."""
        folded = question.folded
        people = self._people(question)
        measures = set(question.measures) - ({"new-hires"} if _WHITHER.search(folded) else set())
        if measures or question.kind in ("compare", "superlative") or question.wants in ("reason", "date", "duration", "age", "amount", "ratio"):
            return None
        if _WITH_WHOM.search(folded) or (people and _PARTNER.search(folded)):
            return self._with(question, people)
        if _WHO.search(folded) or "predecessor" in folded:
            if _AFTER_WHOM.search(folded):
                return self._after(question, people)
            return self._heir(question, people) if asks_successor(folded) else None
        return self._journey(question, people)

    def _people(self, question: Question) -> list[str]:
        entities = self.evidence.library.names.entities
        return [g[0] for g in question.subjects if entities[g[0]].kind == "person"]

    def _firms(self, question: Question) -> set[str]:
        entities = self.evidence.library.names.entities
        return {i for g in question.subjects for i in g if entities[i].kind in ("company", "institution", "product")}

    def _told(self, question: Question, about: Iterable[str]) -> list[tuple[Move, StoredSentence]]:
        """The moves that articles about some of these tell, those of the latest first."""
        library, visible = self.evidence.library, self._passages.fitting.visible(question)
        ids = sorted({i for e in about for i in library.archive.sentences_about(e)})[:_LOOKED_AT]
        articles = dict.fromkeys(s.article_id for s in library.archive.sentences(ids) if s.article_id in visible)
        out: list[tuple[Move, StoredSentence]] = []
        for article in sorted(articles, key=lambda a: library.articles[a].published or "", reverse=True):
            sentences = {s.n: s for s in library.archive.sentences_of_article(article)}
            out += [(m, sentences[m.sentence]) for m in self.of(article)]
        return out

    def _quote(self, move: Move, sentence: StoredSentence) -> Answer:
        pair = [sentence]
        if move.other != move.sentence:
            pair += [s for s in self.evidence.library.archive.sentences_of_article(sentence.article_id) if s.n == move.other]
        return self._passages.quoting.quote("person", sorted(pair, key=lambda s: s.n), alone=True)

    def _after(self, question: Question, people: Collection[str]) -> Answer | None:
        """Whom somebody followed."""
        if not people:
            holders = self._posts.holders(question) if question.roles else []
            people = holders[:1]
        told = [(m, s) for m, s in self._told(question, people) if m.kind == "comes" and m.person in people and m.follows]
        return self._quote(*told[0]) if len({m.follows for m, _ in told}) == 1 else None

    def _heir(self, question: Question, people: Collection[str]) -> Answer | None:
        """Who came after somebody, or into a post."""
        firms, roles = self._firms(question), set(question.roles)
        told = [(m, s) for m, s in self._told(question, people or firms) if m.kind == "comes" and m.person not in people]
        if people:
            told = [(m, s) for m, s in told if m.follows in people]
        else:
            told = [(m, s) for m, s in told if roles and roles & m.posts and self._at(m, s, firms)]
            told = [x for x in told if x[0].follows] or told
        if not told:
            return None
        first = told[0][1].article_id
        same = [x for x in told if x[1].article_id == first]
        if len({m.person for m, _ in same}) != 1 or any(m.kind == "comes" and m.sentence == same[0][0].sentence and m.person != same[0][0].person and m.person not in people for m in self.of(first)):
            return None  # of two who come in one sentence, `successors` cuts out the one asked for
        return self._quote(*same[0])

    def _with(self, question: Question, people: Collection[str]) -> Answer | None:
        """With whom a firm was begun."""
        firms = self._firms(question)
        told = [(m, s) for m, s in self._told(question, people or firms) if m.kind == "begins" and (not people or m.person in people)]
        told = [(m, s) for m, s in told if not firms or firms & ({m.firm} if m.firm else {x.entity for x in s.mentions} | set(s.topics))]
        return self._quote(*told[0]) if told else None

    def holder(self, question: Question) -> Answer | None:
        """Who came into a post, where no sentence names somebody as its holder: 行長一職由董事長某某代行."""
        roles, firms = set(question.roles) - _NO_POSTS, self._firms(question)
        if question.wants != "person" or not roles or not firms or self._people(question) or question.measures or question.periods:
            return None
        moves = self._told(question, firms)
        told = [(m, s) for m, s in moves if m.kind == "comes" and roles & m.posts and self._at(m, s, firms)]
        gone = {m.person for m, _ in moves if m.kind == "goes" and roles & m.posts}
        told = [(m, s) for m, s in told if m.person not in gone and of_body_asked(question.folded, fold(s.text), roles, self.evidence.library.names)]
        return self._quote(*told[0]) if len({m.person for m, _ in told}) == 1 else None

    def _at(self, move: Move, sentence: StoredSentence, firms: set[str]) -> bool:
        """Whether a post is at one of these firms: the one named with it, else the one the sentence or its article is about."""
        if move.firm:
            return move.firm in firms
        if self._posts.once(sentence, firms):
            return False
        library = self.evidence.library
        about = {t for t in sentence.topics if t in library.names.entities and library.names.entities[t].kind == "company"}
        return bool(firms & about) if about else bool(firms & library.mains.of(sentence.article_id))

    def _journey(self, question: Question, people: Collection[str]) -> Answer | None:
        """Where somebody came from or went to."""
        whence, whither = _WHENCE.search(question.folded), _WHITHER.search(question.folded)
        if (not whence and not whither) or question.periods:
            return None
        if not people and question.roles and whence and self._firms(question):
            people = self._posts.holders(question)
        if len(people) != 1:
            return None
        kind, firms = "to" if whither and not whence else "from", self._firms(question)
        told = [(m, s) for m, s in self._told(question, people) if m.kind == kind and m.person in people and (not m.firm or m.firm not in firms)]
        if kind == "to" and firms:  # where somebody went from the place named, not from another
            told = [(m, s) for m, s in told if firms & ({x.entity for x in s.mentions} | self.evidence.library.mains.of(s.article_id))]
        sentences = list(dict.fromkeys(s for _, s in told))
        if not sentences:
            return None
        shown = sorted(sentences[:2], key=lambda s: (s.article_id, s.n))
        parts = [self._own(s, people) for s in shown]
        if any(b - a < len(s.text) for s, (a, b) in zip(shown, parts, strict=True)):
            return tell(self.evidence, next(iter(people)), [(s, a, b) for s, (a, b) in zip(shown, parts, strict=True)])
        return self._passages.quoting.quote("person", shown, alone=True)

    def _own(self, sentence: StoredSentence, people: Collection[str]) -> tuple[int, int]:
        """The part of a sentence that names somebody, where semicolons part it from what is told of others; else all of it."""
        ends = [*(m.start() for m in _CUT.finditer(sentence.text)), len(sentence.text)]
        parts = zip([0, *(e + 1 for e in ends)], ends, strict=False)
        own = [(a, b) for a, b in parts if any(a <= m.start < b and m.entity in people for m in sentence.mentions)]
        others = {m.entity for m in sentence.mentions if self.evidence.library.names.entities[m.entity].kind == "person"} - set(people)
        return own[0] if len(own) == 1 and others else (0, len(sentence.text))
