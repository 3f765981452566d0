"""Lives in steps: where somebody worked first, before, after and when; how long; what they studied; how old.

The steps are extracted when the archive is built (`kb.careers`) and put in order by `bot.answers.lives`; `bot.answers.stages`
chooses those asked for, and here they are shown, one line each, in the article's words with the year in front where the
words lack it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from bot import figures
from bot.answer import Answer
from bot.answers.lives import Lives, Shown, holds
from bot.answers.posts import Posts
from bot.answers.present import Present
from bot.answers.staff import Staff
from bot.answers.stages import Stages, states_length
from bot.answers.stepwords import BEFORE, EDGES, FIRST, LASTS, ORIGIN, PAST_JOBS, STUDY
from bot.answers.telling import tell
from bot.answers.titles import asks_employer
from bot.evidence import Evidence
from bot.question import Question
from kb import lazy
from kb.model import Period
from kb.rows import StoredSentence
from kb.tabular import amounts
from kb.terms import term_token
from kb.text import fold

_JOINS_OR_LEAVES = lazy.compile(r"加入|加盟|入职|离开|离职|进(?:来|公司|[^,?]{0,4}公司)|\b(?:join|leave|quit)\b")
_JOINS = lazy.compile(r"加入|加盟|入职|进(?:来|入|公司|[^,。?]{0,6}公司)|\bjoin(?:s|ed|ing)?\b")
_LEAVES = lazy.compile(r"离开|离职|卸任|退休|离任|\b(?:leav(?:e|es|ing)|left|quits?|retir\w+|depart\w*|step\w* down)\b")
_RESIGNED = lazy.compile(r"离职|辞职|离任|请辞|\bresign(?:s|ed)\b(?! from)|\bstep(?:s|ped) down\b(?! (?:from|at))")  # and no firm's name behind it
_HOW_LONG = lazy.compile(r"(?:生涯|时间|资历|年资|经历|任期|历程)(?:一共|总共)?有?多[长久]|\bhow long (?:is|was|has|did)\b")
_TOGETHER = lazy.compile(r"共事|一起|一同|相识|认识|结婚|婚姻|搭档|合作|\b(?:together|each other|married|known|partners?)\b")
_A_TIME = lazy.compile(r"生涯|时间|资历|年资|经历|任期|历程|前后|一共|总共|years?|time|career|spen[dt]|打工|工作")
_SETTING = lazy.compile(r"[^,。;]{2,40}[时后],$")  # right before a step
_WHERE = lazy.compile(r"在?哪(?:里|儿|家|间|个)|什么(?:公司|单位|地方)|\b(?:where|which|what) ")
_SAID = 0.5  # of a need
_DATED = ("year", "month", "day")
_LOOKED_AT = 60  # sentences that name somebody
_SEVERAL = lazy.compile(r"哪些|哪几|几[位个人]|多少[位个人]|\b(?:how many|which|executives|founders|directors|managers)\b")
_BESIDES = lazy.compile(r"(?:除了|除(?=[^,?]{2,12}(?:以?外|之外))|\b(?:besides|apart from|other than|aside from|except)\b)(?P<whom>[^,?还又也另]{1,30})")
_AS_OF_NOW = lazy.compile(r"今年|现在|目前|\bthis year\b|\bnow\b")
_BESIDE = 60  # characters before a name in which its bearer is described
_WAS_BEFORE = lazy.compile(r"(?:当时|原本|彼时|当年|那时|正)在[^,。;、]{2,20}的$|(?:出身|背景|经验|经历|履历)的$|(?:曾[任是做为在当]|当过|做过|待过)[^,。;]{2,24}的$|(?:^|[,由是为和与、])(?:前(?!任|身|述|景|途)|原(?![来先本因油料有]))(?![三两一四五六七八九十\d])[^,。;、的年月]{2,14}(?:[师长员官监理家授席裁]|顾问|高管|主管|c[a-z]o) ?$|\b(?:former|one-time|ex-\w+|erstwhile|veteran) [^,.;]{2,40}$")
_WAS_AFTER = lazy.compile(r"(?:, (?:the|its|an?|currently) [^,;.]{3,40}(?=, who ))?,? ?(?:\([^)]*\))?,? (?:an? |the )?(?:former|one-time|ex-|erstwhile|formerly|previously|who (?:previously|once|formerly|used to|had|spent|ran|led|worked|(?:joined|c[oa]me|moved|was (?:hired|poached|recruited))(?: (?:in|at) [^,.;]{3,24})? from|(?:took|takes) over [^;.]{0,60}?after [a-z0-9]+ years (?:at|as|with|in|running)))\b|[,(]?(?:前(?!往|来|后|[三两一四五六七八九十\d])[^,。;)]{2,14}[,)。]|曾[任是做为在当]|(?:则|也)?(?:原[是为任]|原(?:来|本|先)(?:是|在|为|任|做)|早年(?:是|在|做|当|于)|本[是为](?!次)|(?:则|也)?是[^,。;]{2,20}出身)|[^,。;]{0,16}(?:创[办立建]|加入|上任|接任|出任)[^,。;]{0,12}(?:之前|以前|前),[^。;]{0,24}(?:[做干当任]|工作|担任))")
# Further on in a sentence that names nobody else: 某某现年39岁,持有博士学位,曾在某社掌管编辑部.
_WAS_FURTHER = lazy.compile(r"[,、]曾(?:经)?(?:[任是做为当]|在[^,。;]{2,24}?(?:任|做|掌管|负责|工作|带领|主管|待过|服务))")
_WHICH_PLACE = lazy.compile(r"哪[一]?[些所家间个](?:学校|大学|学院|公司|企业|机构)|\b(?:which|what) (?:university|college|school|company|firm|employer)\b")
_JOB = lazy.compile(r"干[嘛吗]|[做干](?:过)?(?:什么|啥|哪)|什么(?:工作|职[务位业]|岗位|行业|背景)|哪[里儿一家间]|\b(?:what|where) (?:did|was|were|had|has)\b.{2,60}\b(?:do|be|job|work|before)|\bjobs?\b|\b(?:previous|former) (?:job|role|post|position|employer)\b")
# "Its main business in 2006, when she joined, was…": a part that begins so says nothing without what stands before.
_HANGS = lazy.compile(r"[\s,]*(?:when|while) \w")
_LEAD_IN = lazy.compile(r"^said .{0,40}?\bthat |^(?:and |but |who |where |before )(?:then )?|^(?:而|并|则)?(?:[后後前]者)?(?:则|便|就)?|^the (?:latter|former),? ")

_WHICH_FIRMS = lazy.compile(r"\b(?:which|what) (?:\w+ ){0,2}?(?:companies|firms|employers|organi[sz]ations)\b[^?]*\b(?:before|prior to|until)\b|(?:前|之前|以前)[^?]{0,12}哪(?:些|几[家间个])[^,?]{0,6}(?:公司|企业|机构|单位|雇主)")
_MOST_BEFORE = 3  # sentences


class Careers:
    """Tells the steps of one person's life that a question asks for."""

    def __init__(self, evidence: Evidence, posts: Posts) -> None:
        """Tell from `evidence`; `posts` knows who "the CEO of X" is."""
        self.evidence = evidence
        self._posts = posts
        self._lives = Lives(evidence)
        self._staff = Staff(evidence)
        self._stages = Stages(self._lives)
        self._present = Present(self._lives)

    def person(self, question: Question) -> str | None:
        """Return the one person a question is about, if it is about one: "besides P" is about others."""
        people = self.people(question)
        besides = _BESIDES.search(question.folded)
        if len(people) != 1 or (besides and self._called(people[0], besides.group("whom"))):
            return None
        return people[0]

    def people(self, question: Question) -> list[str]:
        """Return the people a question names."""
        entities = self.evidence.library.names.entities
        return [g[0] for g in question.subjects if entities[g[0]].kind == "person"]

    def _called(self, person: str, words: str) -> bool:
        """Whether folded words hold what somebody is called, or a part of an English name."""
        known = self.evidence.library.names.entities[person]
        aliases = [fold(a) for a in (*known.aliases, *known.names.values())]
        return any(a in words or (a.isascii() and set(a.split()) & set(words.split())) for a in aliases)

    def holder(self, question: Question) -> str | None:
        """Return the one person a question is about, by name or by the post that only one holds."""
        asked = _WHICH_PLACE.sub("", question.folded)  # at which university, though it asks "which", is asked of one
        several = question.kind == "list" and asked == question.folded
        if (person := self.person(question)) or not question.roles or not question.subjects or several or _SEVERAL.search(asked):
            return person
        holders = self._posts.holders(question)
        return holders[0] if len(holders) == 1 else None

    def answer(self, question: Question) -> Answer | None:
        """Answer a question about a life, or return None when it asks for no step or none is told."""
        question = self._with_holder(question)
        if len(self.people(question)) > 1 and (question.wants == "date" or (question.wants == "duration" and not _TOGETHER.search(question.folded))):
            return self._each(question)
        person = self.person(question)
        if person and (told := self._doubted(question, person)):
            return told
        if person is None or question.wants == "reason" or (question.measures and question.wants in ("amount", "ratio")):
            return None
        if question.wants == "age":
            return None if question.periods and not _AS_OF_NOW.search(question.folded) else self._present.age(person)
        life = self._lives.of(person)
        chosen = self._stages.asked(question, life)
        if question.wants == "date" and (with_firm := self._with_firm(question, chosen, life)):
            chosen = with_firm
        if not chosen:
            return self._as_told(question, person) or self._as_described(question, person) or self._as_lasting(question, person) or self._of_length(question, person, life)
        if len(chosen) == 1 and (otherwise := self._otherwise(question, person, chosen[0])):
            return otherwise
        if _WHICH_FIRMS.search(question.folded) and (all_before := self._up_to(question, person, chosen, life)):
            return all_before
        kind = "timeline" if len(chosen) > 1 else "person"
        lasted = self._lasted(question, chosen) if question.wants == "duration" else ""
        return self._tell(kind, person, chosen, [lasted] if lasted else [])

    def _up_to(self, question: Question, person: str, chosen: Sequence[Shown], life: Sequence[Shown]) -> Answer | None:
        """All sentences of a life from the first job chosen to where the firm comes in that a question for firms before it names: no step of them alone tells which."""
        firms, first = {i for g in self._stages.others(question) for i in g}, chosen[0].sentence
        later = {s.sentence.n: s.sentence for s in life if s.sentence.article_id == first.article_id and s.sentence.n >= first.n}
        article = self.evidence.library.archive.sentences_of_article(first.article_id)
        end = min((s.n for s in article if s.n > first.n and firms & {m.entity for m in s.mentions}), default=0)
        told = [later[n] for n in sorted(later) if n < end]
        joint = all(b.n - a.n == 1 and a.paragraph == b.paragraph for a, b in pairwise(told))
        return tell(self.evidence, person, [(s, 0, len(s.text)) for s in told], "timeline") if len(told) in (2, _MOST_BEFORE) and joint else None

    def _with_firm(self, question: Question, chosen: Sequence[Shown], life: Sequence[Shown]) -> list[Shown]:
        """The dated step that names the firm asked about, where none of those chosen does: from one to the other."""
        firms = {i for g in self._stages.others(question) for i in g}
        naming = [s for s in life if s.step.start and firms & {m.entity for m in s.sentence.mentions}]
        told = any("left" in s.step.kinds or firms & {m.entity for m in s.sentence.mentions} for s in chosen)
        return naming if chosen and not told and len(naming) == 1 else []

    def _otherwise(self, question: Question, person: str, chosen: Shown) -> Answer | None:
        """The step with that of another source which dates it otherwise: 2012年創辦, and elsewhere 2011年."""
        articles, began = self.evidence.library.articles, chosen.step.start
        if question.wants != "date" or not began:
            return None
        source = articles[chosen.sentence.article_id].source
        elsewhere = [s for s in self._lives.everywhere(person) if articles[s.sentence.article_id].source != source]
        alike = {k for k in chosen.step.kinds if k in ("made", "born") or _JOINS.search(chosen.folded)}
        same = [s for s in self._stages.asked(question, elsewhere) if alike & set(s.step.kinds) and ({"made", "born"} & set(s.step.kinds) or _JOINS.search(s.folded))]
        if "left" in chosen.step.kinds:  # told in an article on the firm, it is that firm somebody left
            firms = {i for g in self._stages.others(question) for i in g}
            same += [s for s in elsewhere if "left" in s.step.kinds and _RESIGNED.search(s.folded) and firms & set(s.sentence.topics)]
        differ = [s for s in same if s.step.start and not s.step.start.startswith(began) and not began.startswith(s.step.start)]
        return self._tell("conflict", person, [chosen, *differ[:1]]) if differ else None

    def _doubted(self, question: Question, person: str) -> Answer | None:
        """When somebody came, left or became something, where a question takes a time for it for granted: 是2018年加入的嗎."""
        years = {p.start[:4] for p in question.periods if p.start[:4].isdigit()}
        if "yesno" not in question.flags or not years or question.wants not in ("", "date") or question.measures:
            return None
        asked = replace(question, wants="date", periods=())
        chosen = self._stages.asked(asked, self._lives.of(person))
        if not chosen:
            return self._as_told(asked, person)
        words, begun = self.evidence.words, {s.step.start[:4] for s in chosen if s.step.start}
        plain = len(begun) == 1 and len(years) == 1 and not self._stages.besides(asked)
        return self._tell("person", person, chosen, [(words.yes if begun == years else words.no).strip()] if plain else [])

    def _as_told(self, question: Question, person: str) -> Answer | None:
        """The sentence that names somebody with the verb and a date, where no step was read: "Oduya joined from Hartwell in 2023"."""
        verb = next((v for v in (_JOINS, _LEAVES) if v.search(question.folded)), None) if question.wants == "date" else None
        if verb is None:
            return None
        archive, reading = self.evidence.library.archive, self.evidence.library.search.reading
        for sentence in archive.sentences(archive.sentences_naming(person)[-_LOOKED_AT:]):
            if sentence.article_id not in self.evidence.visible:
                continue
            named = next((m for m in sentence.mentions if m.entity == person), None)
            others = [m.start for m in sentence.mentions if named and m.start > named.end and self._is_person(m.entity)]
            folded, until = fold(sentence.text), min(others, default=len(sentence.text))  # A leaves in May; B succeeds
            said = verb.search(folded, named.end, until) if named else None
            if named and said and any(m.period.kind in _DATED and named.end <= m.start < until for m in reading.periods(sentence)):
                return self._posts.quote("person", [sentence])
        return None

    def _as_described(self, question: Question, person: str) -> Answer | None:
        """The sentence that says beside a name what its bearer was, where no step was read: 廚師出身的某某, "X, a former tea buyer"."""
        if not BEFORE.search(question.folded) or question.periods or question.wants in ("date", "duration", "age"):
            return None
        archive = self.evidence.library.archive
        for sentence in archive.sentences(archive.sentences_naming(person)[:_LOOKED_AT]):
            folded = fold(sentence.text)
            here = [m for m in sentence.mentions if m.entity == person and sentence.article_id in self.evidence.visible]
            others = [m.start for m in sentence.mentions if m.entity != person and self._is_person(m.entity)]
            if any(
                _WAS_BEFORE.search(folded[max(0, m.start - _BESIDE) : m.start])
                or _WAS_AFTER.match(folded, m.end)
                or _WAS_FURTHER.search(folded, m.end, min((o for o in others if o > m.end), default=len(folded)))
                for m in here
            ):
                return self._posts.quote("person", [sentence])
        return None

    def _as_lasting(self, question: Question, person: str) -> Answer | None:
        """The sentence that tells how long somebody did what is asked, where no place says which step: 長達28年的外企生涯."""
        if (question.wants != "duration" and not _HOW_LONG.search(question.folded)) or question.periods or len(question.subjects) > 1:
            return None
        needs = [n for n in question.needs if not n.light and not _A_TIME.fullmatch(n.surface)]
        needs = [n for n in needs if not n.verbal] or needs
        search = self.evidence.library.search
        told = [
            s
            for s in self._staff.everywhere(person)
            if any(LASTS.search(p.text) for p in s.parts) and needs and all(search.holds(n, s.sentence.id) >= _SAID or holds(s.folded[s.begin : s.end], n.surface) for n in needs)
        ]
        numbers = {m.group() for s in told for p in s.parts for m in LASTS.finditer(p.text)}
        return tell(self.evidence, person, [(told[0].sentence, told[0].begin, told[0].end)]) if len(numbers) == 1 else None

    def _of_length(self, question: Question, person: str, life: Sequence[Shown]) -> Answer | None:
        """The one step that lasted as long as a question says of it: where did he work for 14 years."""
        length = LASTS.search(question.folded)
        if length is None or question.wants not in ("", "place", "company") or question.periods or not (_WHICH_PLACE.search(question.folded) or _WHERE.search(question.folded)):
            return None
        found = [s for s in life if length.group() in s.folded and self._lives.placed(s)]
        return self._tell("person", person, found) if len(found) == 1 else None

    def _is_person(self, entity: str) -> bool:
        return self.evidence.library.names.entities[entity].kind == "person"

    def _each(self, question: Question) -> Answer | None:
        """Answer when each of several people came, left or became something, or how long each was somewhere; None where one of them is not told."""
        people = self.people(question)
        others = tuple(g for g in question.subjects if g[0] not in people)
        told = [(p, self._stages.asked(replace(question, subjects=((p,), *others)), self._lives.of(p))) for p in people]
        if not all(len(chosen) == 1 for _, chosen in told):
            return None
        if question.wants == "duration" and not all(states_length(chosen[0]) for _, chosen in told):
            return None
        answers = [self._tell("list", p, chosen) for p, chosen in told]
        together = self._together([chosen[0] for _, chosen in told]) if "sum" in question.flags else ()
        if "sum" in question.flags and not together:
            return None
        return replace(
            answers[0],
            lines=tuple(dict.fromkeys((*together, *(x for a in answers for x in a.lines)))),
            quotes=tuple(dict.fromkeys(x for a in answers for x in a.quotes)),
            sources=self.evidence.sources([c.sentence for _, chosen in told for c in chosen]),
        )

    def _together(self, stays: Sequence[Shown]) -> tuple[str, ...]:
        """The line that adds up how many years people stayed, () where one of them is not told in years."""
        years = [next((q.lo for q in amounts(s.folded) if q.unit in ("年", "year") and q.lo), None) for s in stays]
        if not all(years):
            return ()
        total, parts = sum(y for y in years if y), " + ".join(f"{y:g}" for y in years if y)
        words = self.evidence.words
        return (words.total.format(value=f"{words.years.format(n=f'{total:g}')} (= {parts})") + words.stop,)

    def _with_holder(self, question: Question) -> Question:
        """Put the person in where a question about a life names a post: how old is the chairman of X?"""
        holder = self.holder(question) if of_a_life(question) and not self.person(question) else None
        if holder is None:
            return question
        posts = {term_token("concept", r) for r in question.roles}
        needs = tuple(n for n in question.needs if not any(set(o) & posts for o in n.options))
        return replace(question, subjects=((holder,),), needs=needs)

    def must(self, question: Question) -> bool:
        """Whether only a step could answer, so that no other sentence may speak."""
        person = self.person(question)
        if person is not None and question.flags & {"next", "elsewhere"}:
            return True
        if person is None or len(question.subjects) > 1:
            return False
        folded = question.folded
        if question.wants == "date" and _JOINS_OR_LEAVES.search(folded):
            return True
        if BEFORE.search(folded) and not question.measures and (question.wants == "place" or _JOB.search(folded)):
            return True  # where somebody worked before is not told by where they are, or by what they sell
        return question.wants == "age" or bool(STUDY.search(folded) or ORIGIN.search(folded) or FIRST.search(folded))

    def born(self, person: str) -> tuple[int, StoredSentence] | None:
        """Return the year somebody was born in, and the sentence that says so."""
        return self._lives.born(person)

    def step_asked(self, question: Question, person: str) -> Shown | None:
        """Return the dated step that a question names by its place, its post or its verb."""
        steps = [s for s in self._lives.of(person) if s.step.start]
        found = self._stages.when(question, steps, self._stages.others(question))
        return found[0] if found else None

    def _lasted(self, question: Question, chosen: Sequence[Shown]) -> str:
        """How long it was, worked out where no step says so."""
        first, last = chosen[0], chosen[-1]
        stated = states_length if self._stages.others(question) else _lasting
        if any(stated(s) for s in chosen) or not first.step.start or not last.until[:4].isdigit():
            return ""
        years = int(last.until[:4]) - int(first.step.start[:4])
        if first.step.start[4:] and last.until[4:]:
            years = round((12 * years + int(last.until[5:7]) - int(first.step.start[5:7]) + 1) / 12)
        if years < 1:
            return ""
        return self.evidence.words.lasted.format(n=years, a=first.step.start[:4], b=last.until[:4])

    def _tell(self, kind: str, person: str, chosen: Sequence[Shown], more: Iterable[str] = ()) -> Answer:
        evidence = self.evidence
        own: list[str] = []
        foreign: list[str] = []
        for shown in chosen:
            (foreign if evidence.foreign(shown.sentence.text) else own).append(self._words(shown))
        name = evidence.name(person)
        if own and not any(fold(name) in fold(x) for x in own[:1]):
            own[0 : len(own)] = [f"{name}{evidence.words.colon}{own[0]}"] if len(own) == 1 else [f"{name}{evidence.words.colon}".rstrip(), *own]
        lines = [*more, *own]
        if foreign:
            lines.append(evidence.words.quote_lead_about.format(subject=name))
        sentences = [s.sentence for s in chosen]
        return Answer(
            True, evidence.lang, kind, tuple(lines), quotes=tuple(foreign), sources=evidence.sources(sentences)
        )

    def _words(self, shown: Shown) -> str:
        """A step in the article's words, its year in front where they do not hold it."""
        step = shown.step
        setting = None if step.start or self._lives.employers(shown) else _SETTING.search(fold(shown.sentence.text), 0, step.begin)
        begin = setting.start() if setting else step.begin  # 某某創辦某公司時,他們加入其團隊: which, says the setting
        if _HANGS.match(shown.sentence.text, begin):
            begin = 0
        text = self.evidence.clause(_LEAD_IN.sub("", shown.sentence.text[begin : step.end].strip(EDGES)))
        if step.start and step.start[:4] not in text:
            year, _, month = step.start.partition("-")
            period = Period(f"{step.start}-01" if month else f"{year}-01-01", step.start, "month" if month else "year")
            text = f"{figures.date(period, self.evidence.lang)}{self.evidence.words.colon}{text}"
        return text


def _lasting(shown: Shown) -> bool:
    """Whether a step says how long anything lasted: a career of 28 years is not worked out from its first job."""
    return LASTS.search(shown.folded) is not None


def of_a_life(question: Question) -> bool:
    """Return whether a question can only be about a person: their age, jobs, schools, how long they stayed."""
    patterns = (BEFORE, FIRST, STUDY, ORIGIN, PAST_JOBS)
    kind = question.wants in ("age", "duration") or question.kind == "timeline"
    return kind or asks_employer(question) or any(p.search(question.folded) for p in patterns)
