"""Who holds a post: the CEO of a company, its co-founders, the analysts who spoke.

A sentence answers only when it puts the post and a person side by side; that a company has somebody in
that post says nothing about who it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from bot.answer import Answer
from bot.answers.bodies import of_body_asked
from bot.answers.passages import Passages
from bot.answers.portions import portions
from bot.answers.quoting import size
from bot.answers.staff import Staff
from bot.answers.stepwords import MADE
from bot.asked import asked_people
from bot.evidence import Evidence
from bot.question import Question
from kb import lazy
from kb.discovery.people import SURNAMES
from kb.rows import StoredSentence
from kb.search import Need
from kb.terms import span_terms, term_token
from kb.text import fold

_MANY = lazy.compile(r"哪些|有谁|都有|哪几|\bare\b|\bwere\b|founders|分别")
_EXCEPT = lazy.compile(r"除了|以外|之外|besides|other than|apart from|except")
_NEAR = 14  # characters between a post and its holder, in Chinese
_NEAR_EN = 48
_WITHIN = 8  # sentences back that a company may have been named
_MOST = 330
_SEVERAL = 2  # posts
_GOING = 60  # characters after a name in which its bearer's going is told
_FORMER = lazy.compile(r"前任|时任|前(?=执|总|董|财|技|首|行)|原(?=执|总|董|财|技|首|行)|上一任|\b(?:former|previous|outgoing|ex-|then[- ](?=chief|chair|president|head|finance|managing|ceo|cfo|cto))\b")
_ANY_POST = frozenset("person-who executive management employee staff manager".split())
_FOUNDED = lazy.compile(r"谁[^,?]{0,4}(?:创办|创立|创建|成立|创的|开的|搞起来|搞出来|搞的|弄起来|做起来|起家)|哪(?:几|两|三|四)?(?:个人?|位|人)[^,?]{0,6}(?:创办|创立|创建|成立|搞起来|做起来)|(?:创办|创立|创建)(?:它|公司)?的?(?:人)?(?:是|系)?(?:谁|哪位)|\bwho (?:\w+ )?(?:founded|started|set up|created|established)\b")
_RUNS = lazy.compile(r"\bwho(?:'s| is| are)? (?:now |currently |still )?(?:runs?|leads?|heads?|manages?|running|leading|heading|managing|in charge of)\b(?! (?:the |its |their )?(?:\w+ ){0,2}(?:sales|research|team|unit|division|department|business|marketing|software|hardware|engineering|operations|finance|round))|谁(?:在)?(?:掌舵|当家|领导|管理|执掌|说了算|管事)|谁(?:是|当|做)?[^,?]{0,6}(?:一把手|掌门人?|话事人|掌舵人|当家人|老大|头儿)|(?:一把手|掌门人|话事人|掌舵人|当家人|老大|头儿)(?:是|系|叫)?(?:谁|哪位|边个|什么)|\bwho(?:'s| is) (?:the )?(?:(?:big|top) )?(?:boss|head honcho|top dog)\b")
# Who follows is not who holds the post: that is for `successors`.
_NEXT = lazy.compile(r"接任|谁(?:来|会|要|将)?接(?![受到触收入])|接替|接班|继任|接棒|下一任|\b(?:succeed\w*|successor|tak(?:e|es|ing) over|replacing|replaces|next (?:\w+ ){0,3}(?:ceo|cfo|coo|cto|chief|chair\w*|president|head|boss))\b")
_ROUND = lazy.compile(r"c_(?:series_[a-h]|(?:seed|angel|pre_a)\w*)")
_FOUNDERS = frozenset(("founder", "co-founder"))
_LEADERS = ("chief-executive", "chairman", "general-manager", "president")
_BOSS = "boss"
_IN_CHARGE = lazy.compile(r"负责人|主持|掌门人|\bin charge\b")  # may be said of somebody else than the chief
_AT_THE_TOP = (["chief-executive", "general-manager", "president"], ["chairman"], ["founder", "co-founder"])  # the boss, by the first that is told of
_ONCE = lazy.compile(r"以前|曾|之前|此前|早年|\b(?:used to|formerly|previously|once)\b")
_EXECUTIVE = frozenset("president vice-president general-manager deputy-general-manager chairman vice-chairman co-founder".split())
_ONCE_AT = lazy.compile(r"(?:前(?!身|往)|原|曾任职?于?|曾在|来自|出身于?|[从由自])$|\b(?:former|formerly|previously|ex-|from|left)(?: [a-z]+){0,6} ?$")
# A name beside a post that no person was found for.
_NAME_BY = lazy.compile(r"[,:]? ?(?:is |was |named )?(?:Mr |Ms |Dr |Sir )?[A-Z][\w’'-]+ [A-Z]")
_NAME_THEN = lazy.compile(r"[A-Z][\w’'-]+ [A-Z][\w’'-]+(?: is| was| as|,)(?: now| also)? (?:the |its |an? )?[^,.;]{0,24}$")
_THAT_ONE = lazy.compile(r"(?:这位|这名|[他她](?!们))[^,。;]*$|\b(?:he|she) [^,.;]*$")
_IS_CALLED = lazy.compile(r"(?:是|为|由|叫|:)")
# Between somebody and a post that they only speak of: 某某證實董事長請辭, "P said its chief executive".
_TELLS_OF = lazy.compile(r"证实|表示|透露|指出|认为|称(?!为|号)|(?<![小传])说(?!服)|否认|强调|\b(?:said|says|told|confirmed|denied|added|that) ")
# Before a company that a sentence is not about: where somebody comes from, or who "the company" deals with.
_NOT_ITS_SUBJECT = lazy.compile(r"公司|集团|该行|本行|其|[他她]|曾|前|原|来自|出身|从|由|(?:在|与|和|向|获|被)$|\b(?:the (?:company|group|firm)|its?|s?he|former(?:ly)?|previously|from|at|of|by|with|ex)\b")
_JOINED = lazy.compile(r"(?:进入?|加入|加盟|入职|转投|[任就供]职于?)了?$|\b(?:join(?:ed|ing)|moved to) (?:the )?$")
_GOES = lazy.compile(
    r"辞职|辞任|辞去|请辞|离职|离任|卸任|卸下|退休|不再担任|被免|去职|不再(?:担任|兼任)|\b(?:resign\w*|step\w* down|retir\w+|left|leaving|depart\w*|quit)\b"
)


class Posts:
    """Finds who holds a post."""

    def __init__(self, evidence: Evidence, passages: Passages) -> None:
        """Quote through `passages`."""
        self.evidence = evidence
        self._passages = passages
        self._staff = Staff(evidence)

    def answer(self, question: Question) -> Answer | None:
        """Answer "who is the CEO of X" with the sentences that name somebody in that post."""
        entities = self.evidence.library.names.entities
        firms = [g for g in question.subjects if entities[g[0]].kind in ("company", "institution", "product")]
        people = {i for g in question.subjects for i in g if entities[i].kind == "person"}
        roles: Sequence[str] = self._meant(question)
        if _NEXT.search(question.folded) or not roles or not firms or (people and not _EXCEPT.search(question.folded)):
            return None
        if question.wants != "person" and question.kind not in ("person", "list"):
            return None
        leads = roles == list(_LEADERS) and self._good(question, firms, people, [r for r in roles if r != "chairman"])
        roles, good = (roles, leads) if leads else self._in_post(question, firms, people, roles)  # who runs it chairs it only where nobody else runs it
        good = self._of_round(question, good) if "investor" in roles else good
        if not good:
            return None
        number = asked_people(question.folded)
        many = question.kind == "list" or number > 1 or bool(_MANY.search(question.folded))
        chosen = self._few(good, many, people, roles)
        if number and not self._names(chosen, number):
            chosen = self._together(firms, roles, number)
        each = self._each(question, firms, people, chosen)
        return self._passages.quoting.quote("list" if many or each else "person", each or chosen) if chosen else None

    def _of_round(self, question: Question, good: Sequence[StoredSentence]) -> list[StoredSentence]:
        """The sentences whose article speaks of the round of finance asked about: who put money into the A round is not told by who led the C round."""
        library = self.evidence.library
        rounds = [n for n in question.needs if not n.light and any(_ROUND.match(t) for o in n.options for t in o)]
        articles = {s.article_id: library.archive.sentences_of_article(s.article_id) for s in good} if rounds else {}
        return [s for s in good if all(any(library.search.holds(n, t.id) >= 1 for t in articles[s.article_id]) for n in rounds)]

    def _each(self, question: Question, firms: Sequence[Sequence[str]], people: set[str], chosen: Sequence[StoredSentence]) -> list[StoredSentence]:
        """A sentence for each of several posts asked for, where those chosen do not name all of them: the CEO and the CFO."""
        named = [[r for r in question.roles if (term_token("concept", r),) in n.options] for n in question.needs]
        posts = [roles for roles in named if roles]
        said = [self._staff.roles_said(fold(s.text)) for s in chosen]
        if len(posts) < _SEVERAL or all(any(s & set(roles) for s in said) for roles in posts):
            return []
        best = [next(iter(self._good(question, firms, people, roles)), None) for roles in posts]
        return list(dict.fromkeys(s for s in best if s is not None)) if all(best) else []

    def _names(self, sentences: Sequence[StoredSentence], number: int) -> bool:
        """Whether sentences name as many people: who the three founders are is not told by one of them."""
        return len({m.entity for s in sentences for m in s.mentions if self._kind(m.entity) == "person"}) >= number

    def _together(self, firms: Sequence[Sequence[str]], roles: Sequence[str], number: int) -> list[StoredSentence]:
        """The sentence that tells of all founders founding the firm, where none names them by that word."""
        if not _FOUNDERS.issuperset(roles):
            return []
        archive, mains = self.evidence.library.archive, self.evidence.library.mains
        wanted = {i for g in firms for i in g}
        about = {s.id: s for i in wanted for s in archive.sentences(archive.sentences_about(i)[:200])}
        articles = dict.fromkeys(s.article_id for s in about.values() if wanted & mains.of(s.article_id))
        about |= {s.id: s for a in articles for s in archive.sentences_of_article(a)}  # the three of them founded it: of whom the article is
        told = (s for s in about.values() if s.article_id in self.evidence.visible and MADE.search(fold(s.text)))
        return next(([s] for s in told if self._names([s], number)), [])

    def quote(self, kind: str, sentences: Sequence[StoredSentence]) -> Answer:
        """Return an answer that quotes sentences alone."""
        return self._passages.quoting.quote(kind, sentences, alone=True)

    def vouched(self, question: Question, answer: Answer | None) -> Answer | None:
        """Return an answer found otherwise, but none to "who is the chairman of X" that names no such post."""
        roles = {r for r in question.roles if r not in _ANY_POST}
        if answer is not None and not roles and question.wants == "person" and _runs_all(question):
            roles = set(_LEADERS)  # who runs it is not told by what its rivals earn
        if answer is None or question.wants != "person" or not roles or not self.evidence.cited:
            return answer
        if _BOSS in roles:
            roles |= {r for group in _AT_THE_TOP for r in group}
        firms = {i for g in question.subjects for i in g if self._kind(i) == "company"}
        told = [s for s in self.evidence.cited if of_body_asked(question.folded, fold(s.text), roles, self.evidence.library.names) and roles & self._staff.roles_said(fold(s.text)) and self._names_one(s, roles) and not (firms and (self.once(s, firms) or self._beside_another(s, firms)) and not _ONCE.search(question.folded))]
        return answer if any(_ONCE.search(question.folded) or not firms or not self._elsewhere(s, roles, firms) for s in told) else None

    def _names_one(self, sentence: StoredSentence, roles: set[str]) -> bool:
        """Whether a sentence names somebody next to one of the posts, or nobody that is known where a name may stand there: "said its chief executive would go" names none."""
        folded = fold(sentence.text)
        places = [(s.start, s.end) for s in self.evidence.library.names.find(folded) if any(k == "concept" and i in roles for k, i in span_terms(s))]
        people = [m for m in sentence.mentions if self._kind(m.entity) == "person"]
        if people:  # 某某2019年創業,現任董事長,為實際控制人: what a sentence goes on to say of whom it is about
            return bool(self._holder(sentence, sorted(roles), set())) or any(m.end <= a and not _TELLS_OF.search(folded[m.end : a]) for m in people for a, _ in places)
        about = [t for t in sentence.topics if self._kind(t) == "person"]
        if len(about) == 1 and any(_THAT_ONE.search(folded[:a]) for a, _ in places):
            return True  # 這位某公司的創始人: whom the text before is about
        return any(_NAME_BY.match(sentence.text[b:]) or _NAME_THEN.search(sentence.text[:a]) or folded[b : b + 1] in SURNAMES or _IS_CALLED.match(folded, b) for a, b in places)

    def _elsewhere(self, sentence: StoredSentence, roles: set[str], firms: set[str]) -> bool:
        """Whether a sentence names none of these companies, and before the post another that was joined: 1999年進入遠圖,2005年任銷售總監."""
        folded = fold(sentence.text)
        named = [m for m in sentence.mentions if self._kind(m.entity) == "company"]
        if any(m.entity in firms for m in named) or not (named := [m for m in named if _JOINED.search(folded[: m.start])]):
            return False
        spans = self.evidence.library.names.find(folded)
        posts = [s.start for s in spans if any(k == "concept" and i in roles for k, i in span_terms(s))]
        return all(any(m.end <= p for m in named) for p in posts)

    def _meant(self, question: Question) -> list[str]:
        """The posts asked for; all that an executive may hold where several executives are."""
        roles = [r for r in question.roles if r != "person-who"]
        if not roles and question.wants == "person" and _runs_all(question):
            roles = list(_LEADERS)
        if not roles and (question.wants == "person" or question.kind == "list") and _FOUNDED.search(question.folded):
            roles = ["founder", "co-founder"]  # "founder and CEO Han says": nothing else may tell of the founding
        if question.kind == "list" and set(roles) & {"executive", "management"}:
            posts = (c for c, known in self.evidence.library.names.concepts.items() if known.group == "role")
            roles += [c for c in posts if c not in roles and (c.startswith("chief-") or c in _EXECUTIVE)]
        return roles

    def holders(self, question: Question) -> list[str]:
        """Return who holds the post a question names, by the sentence that says so best."""
        entities = self.evidence.library.names.entities
        firms = [g for g in question.subjects if entities[g[0]].kind in ("company", "institution")]
        made = self._founders({i for g in firms for i in g}) if firms and question.roles and _FOUNDERS.issuperset(question.roles) else []
        if len(made) == 1:
            return made
        roles, good = self._in_post(question, firms, set(), question.roles) if firms and question.roles else ((), [])
        if not good:
            return made
        found = self._holder(good[0], roles, set(), {i for g in firms for i in g})
        near = sorted(found, key=found.__getitem__)
        return near if len(near) < 2 or found[near[0]] == found[near[1]] else near[:1]

    def _founders(self, firms: set[str]) -> list[str]:
        """Who founded one of these companies, by the steps of lives that tell of its founding."""
        archive, visible = self.evidence.library.archive, self.evidence.visible
        about = [s for f in firms for s in archive.sentences(archive.sentences_about(f)[:200]) if s.article_id in visible]
        parts = {s.id: portions(s, firms, self._kind) for s in about}  # 甲由某某創辦;乙由…: each founded the firm of their part
        made = [s for s in archive.steps_in(list(parts)) if "made" in s.kinds and any(a <= s.begin < b for a, b in parts[s.sentence_id])]
        first = [s for s in made if s.sentence_id == made[0].sentence_id]  # who joined in is told of later
        return list(dict.fromkeys(s.person for s in first))

    def _good(
        self, question: Question, firms: Sequence[Sequence[str]], people: set[str], roles: Sequence[str]
    ) -> list[StoredSentence]:
        """The sentences that name somebody in one of these posts at one of these firms, those that go last."""
        needs = [Need(" ".join(roles), tuple((term_token("concept", r),) for r in roles))]
        wanted = {i for g in firms for i in g}
        found = self.evidence.library.search.rank(needs, firms, self._passages.fitting.visible(question), limit=60)
        good = [s.sentence for s in found if s.about and s.coverage > 0.4 and self._holder(s.sentence, roles, people, wanted)]
        if not good or question.kind == "list" or _MANY.search(question.folded):
            loose = self.evidence.library.search.rank(needs, (), self._passages.fitting.visible(question), limit=60)
            good += [
                s.sentence
                for s in loose
                if s.sentence not in good
                and s.coverage > 0.4
                and self._holder(s.sentence, roles, people, wanted)
                and self._spoken_of(s.sentence, firms)
            ]
        if not _ONCE.search(question.folded):  # where somebody was before, their post now is another's
            good = [s for s in good if not self.once(s, wanted) and not self._beside_another(s, wanted) and self._theirs(s, self._holder(s, roles, people, wanted), wanted) and not self._of_another(s, self._holder(s, roles, people, wanted), wanted)]
        good = [s for s in good if of_body_asked(question.folded, fold(s.text), set(roles), self.evidence.library.names)]
        if not _FORMER.search(question.folded):
            good.sort(key=lambda s: self.evidence.library.articles[s.article_id].published or "", reverse=True)
            good.sort(key=lambda s: all(self._leaving(s, p) for p in self._nearest(s, roles, people)))
            good = self._superseded(good, roles, people)
        return good

    def _in_post(self, question: Question, firms: Sequence[Sequence[str]], people: set[str], roles: Sequence[str]) -> tuple[Sequence[str], list[StoredSentence]]:
        """The posts meant and the sentences that name somebody in them: the boss is whoever holds the first post of `_AT_THE_TOP` that is told of."""
        if list(roles) != [_BOSS]:
            return roles, self._good(question, firms, people, roles)
        groups = [*_AT_THE_TOP, [_BOSS]] if not _IN_CHARGE.search(question.folded) else [[_BOSS], *_AT_THE_TOP]
        return next(((r, found) for r in groups if (found := self._good(question, firms, people, r))), (roles, []))

    def _superseded(self, good: list[StoredSentence], roles: Sequence[str], people: set[str]) -> list[StoredSentence]:
        """Sentences with the one first that tells, in a later article, that whom the first names has gone and who came."""
        articles = self.evidence.library.articles
        holders = set(self._nearest(good[0], roles, people)) if good else set()
        for sentence in good[1:]:
            later = (articles[sentence.article_id].published or "") > (articles[good[0].article_id].published or "")
            gone = {p for p in holders if self._leaving(sentence, p)}
            if later and gone and {m.entity for m in sentence.mentions if self._kind(m.entity) == "person"} - gone:
                return [sentence, *(s for s in good if s is not sentence)]
        return good

    def _nearest(self, sentence: StoredSentence, roles: Sequence[str], besides: set[str]) -> list[str]:
        """Whoever stands nearest to one of the posts in a sentence."""
        found = self._holder(sentence, roles, besides)
        return [p for p, gap in found.items() if gap == min(found.values())]

    def _theirs(self, sentence: StoredSentence, holders: dict[str, int], firms: set[str]) -> bool:
        """Whether some holder's post is at these companies, or the sentence names it with none."""
        folded = fold(sentence.text)
        entities = self.evidence.library.names.entities
        for mention in (m for m in sentence.mentions if m.entity in holders):
            tied = self._staff.titles(sentence, folded, mention.start, mention.end)
            if not tied or set(tied) & firms or not all(entities[f].kind in ("company", "institution") for f in tied):
                return True
        return False

    def _beside_another(self, sentence: StoredSentence, firms: set[str]) -> bool:
        """Whether a sentence that names no company stands in a paragraph that has told of others only, and of those not as where somebody came from."""
        if any(self._kind(m.entity) == "company" for m in sentence.mentions):
            return False
        archive = self.evidence.library.archive
        before = [s for s in archive.window(sentence.article_id, sentence.n - _WITHIN, sentence.n - 1) if s.paragraph == sentence.paragraph]
        named = {m.entity for s in before for m in s.mentions if self._kind(m.entity) == "company"}
        if not named or named & firms:
            return False
        if not firms & set(sentence.topics):
            return True
        told = archive.sentences_of_article(sentence.article_id)
        mostly = 2 * sum(bool(firms & set(s.topics)) for s in told) > len(told)  # what another firm has to do with the one that the article is about
        return not mostly and not all(firms & set(s.topics) for s in before if named & {m.entity for m in s.mentions})

    @staticmethod
    def once(sentence: StoredSentence, firms: set[str]) -> bool:
        """Whether a sentence names these companies only as where somebody was before: 任命前甲公司總裁某某為執行長."""
        folded = fold(sentence.text)
        named = [m for m in sentence.mentions if m.entity in firms]
        return bool(named) and all(_ONCE_AT.search(folded[: m.start]) for m in named)

    def _of_another(self, sentence: StoredSentence, holders: dict[str, int], firms: set[str]) -> bool:
        """Whether a sentence names none of these companies but begins with another: 芯瀾2013年成立,創始人為某某."""
        entities = self.evidence.library.names.entities
        named = sorted((m for m in sentence.mentions if entities[m.entity].kind == "company"), key=lambda m: m.start)
        if not named or any(m.entity in firms for m in named):
            return False
        first = min((m.start for m in sentence.mentions if m.entity in holders), default=0)
        return named[0].end <= first and not _NOT_ITS_SUBJECT.search(fold(sentence.text)[: named[0].start])

    @staticmethod
    def _leaving(sentence: StoredSentence, person: str) -> bool:
        """Whether a sentence tells of somebody's going: resigned, retired, "former"."""
        folded = fold(sentence.text)
        for mention in (m for m in sentence.mentions if m.entity == person):
            until = min([m.start for m in sentence.mentions if m.start > mention.end] or [mention.end + _GOING])
            before = folded[max(0, mention.start - _NEAR) : mention.start]
            if _GOES.search(folded[mention.end : min(until, mention.end + _GOING)]) or _FORMER.search(before):
                return True
        return False

    def _spoken_of(self, sentence: StoredSentence, firms: Sequence[Sequence[str]]) -> bool:
        """Whether a sentence that names no company as its own stands among sentences about the firm asked for."""
        library = self.evidence.library
        wanted = {i for g in firms for i in g}
        before = library.archive.window(sentence.article_id, sentence.n - _WITHIN, sentence.n - 1)
        told = {t for t in sentence.topics if library.names.entities[t].kind == "company"} - {m.entity for m in sentence.mentions}
        told -= {m.entity for s in before if wanted & {m.entity for m in s.mentions} for m in s.mentions}  # named together, either may be meant
        if told and not told & wanted and not any(wanted & {m.entity for m in s.mentions} for s in before if s.paragraph == sentence.paragraph):
            return False  # what the sentence is about says whose its chairman is
        if wanted & library.mains.of(sentence.article_id):
            return True
        if not any(wanted & {m.entity for m in s.mentions} for s in before):
            return False
        counts = Counter(
            t
            for s in library.archive.sentences_of_article(sentence.article_id)
            for t in s.topics
            if library.names.entities[t].kind == "company"
        )
        return bool(wanted & {c for c, _ in counts.most_common(2)})

    def _few(
        self, good: Sequence[StoredSentence], many: bool, people: set[str], roles: Sequence[str]
    ) -> list[StoredSentence]:
        chosen: list[StoredSentence] = []
        named: set[str] = set()
        for sentence in good:
            holders = self._holder(sentence, roles, people)
            total = sum(size(s.text) for s in (*chosen, sentence))
            if chosen and (not many or not holders.keys() - named or total > 2 * _MOST):
                continue
            chosen.append(sentence)
            named |= holders.keys()
        return sorted(chosen, key=lambda s: (s.article_id, s.n))

    def _kind(self, entity: str) -> str:
        return self.evidence.library.names.entities[entity].kind

    def _holder(
        self, sentence: StoredSentence, roles: Sequence[str], besides: set[str], firms: Collection[str] = ()
    ) -> dict[str, int]:
        """The people a sentence names next to one of the posts, with how many characters are between; of `firms` where it tells of several."""
        parts = portions(sentence, firms, self._kind) if firms else [(0, len(sentence.text))]
        names = self.evidence.library.names
        folded = fold(sentence.text)
        places = [
            (s.start, s.end) for s in names.find(folded) if any(k == "concept" and i in roles for k, i in span_terms(s))
        ]
        reach = (
            _NEAR_EN
            if folded.isascii() or (self.evidence.lang == "en" and not self.evidence.foreign(sentence.text))
            else _NEAR
        )
        out: dict[str, int] = {}
        for mention in sentence.mentions:
            if self._kind(mention.entity) != "person" or mention.entity in besides or not any(a <= mention.start < b for a, b in parts):
                continue
            gap = min((min(abs(mention.start - b), abs(a - mention.end)) for a, b in places if not _TELLS_OF.search(folded[mention.end : a])), default=reach + 1)
            if gap <= reach:
                out[mention.entity] = min(gap, out.get(mention.entity, gap))
        return out


def _runs_all(question: Question) -> bool:
    """Whether it is asked who runs a firm, and not a part of it: "who is in charge of HR?"."""
    asked = _RUNS.search(question.folded)
    return asked is not None and all(
        n.light or n.verbal or n.surface in asked.group() or n.surface == "in charge of" or _RUNS.search(f"who is {n.surface}") for n in question.needs
    )
