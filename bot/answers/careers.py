"""Lives in steps: where somebody worked first, before, after and when; how long; what they studied; how old.

The steps are extracted when the archive is built (`kb.careers`); here they are put in order and the ones
asked for are shown, one line each, in the article's words with the year in front where the words lack it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot import figures
from bot.answer import Answer
from bot.answers.posts import Posts
from bot.answers.titles import asks_employer
from bot.evidence import Evidence
from bot.question import Question
from kb.model import Period
from kb.rows import StoredSentence, StoredStep
from kb.terms import term_token
from kb.text import bigrams, fold

# Folded. Which steps a question asks for.
_FIRST = re.compile(
    r"第一份(?:工作|差事)|首份工作|最早(?:在|是在|去)[^,]{0,6}(?:工作|上班|任职|公司|哪)|先(?:后)?在(?:哪|什么)|先去了?(?:哪|什么)|职涯(?:起点|从)|(?:毕业|退伍)(?:之)?后(?:先|首先|第一)?(?:去|到|在|进)了?(?:哪|什么)|"
    r"\b(?:work(?:ed)? first|first (?:job|work|employer|position)|(?:start|began|begin|started) (?:(?:his|her|their) )?(?:career|out)|first (?:work|employ)\w*|after (?:graduating|graduation|university|college))\b"
)
_LAST = re.compile(r"最后一份|最近一份|前一份|上一份|\blast (?:job|position|employer)\b")
_BEFORE = re.compile(
    r"(?:之前|以前|此前|先前|创业前|上任前|加入前|前)(?!一|三|\d|年|任|期)|原来(?:在|是)|原先|过去(?:在|是)|前东家|来自(?:哪|什么)|从哪(?:里|家|儿)来|出身于?哪|"
    r"\b(?:before|previously|formerly|prior to|used to work|c[oa]me from|hired from|where .{0,30} from|past (?:jobs?|employers?))\b"
)
_AFTER = re.compile(r"(?:离开|卸任|退出|辞职|毕业)[^,?]{0,12}(?:之后|以后|后)|\bafter (?:leaving|quitting|he left|she left)\b")
_MADE = re.compile(r"创办|创立|创业|成立|创建|\b(?:found(?:ed|ing)?|start(?:ed|ing)|co-?found\w*|set(?:ting)? up)\b")
_STUDY = re.compile(
    r"大学(?!生)|学校|毕业(?!后)|学历|学位|专业(?!人|经理)|念(?:什么|哪|书)|读(?:什么|哪|书|的)|博士|硕士|本科|\b(?:stud(?:y|ied)|degree|universit\w+|college|graduat\w+|school|major(?:ed)?|doctorate|ph\.?d|master'?s)\b"
)
_DEGREE = (re.compile(r"博士|doctor|ph\.?d"), re.compile(r"硕士|master|\bmba\b"), re.compile(r"本科|学士|bachelor|undergrad"))
_SCHOOL = re.compile(r"大学|学院|理工|学校|中学|高中|\b(?:universit\w+|college|school|institute|mit|polytechnic)\b")
_ORIGIN = re.compile(r"哪里人|哪儿人|何处人|籍贯|出生地|在(?:哪里?|哪儿|何处|哪个城市)出生|出生(?:在|于)(?:哪|何)|\bwhere (?:was|were) .{0,40}\bborn\b|\bbirthplace\b|\b(?:hometown|native)\b")
_DOING = re.compile(
    r"做(?:了|过)?什么|在(?:做|干)(?:什么|啥)|干(?:什么|嘛)|在(?:哪|什么)|工作|任职|职务|职位|岗位|担任|哪[里家]|\b(?:do|doing|work\w*|where|position|role|job|employ\w*|post)\b"
)
_PAST_JOBS = re.compile(
    r"(?:在哪(?:些|几)?(?:里|家|公司|企业)|哪些公司|哪几家公司)[^,?]{0,6}(?:工作|任职|待|做)过|(?:工作|任职|待)过(?:的|哪)|\b(?:which|what) (?:\w+ ){0,3}(?:companies|firms|employers).{0,60}\bwork(?:ed)?\b|\bwhere (?:has|did|had) .{0,40}\bwork(?:ed)?\b(?! (?:first|before|after))"
)
_BECAME = re.compile(r"(?:当上|升(?:任|上|到|为)?|成为|担任|出任|接任|就任|上任|加入|进入?|离开|离职|退休|卸任|创办|创立|创业|自立门户|跳槽|转投|毕业|进[的了])|\b(?:become|became|join\w*|leave|left|quit|retire\w*|appointed|promoted|made|start\w*|found\w*|graduate\w*|move\w*|step\w*)\b")
_JOINS = re.compile(r"加入|加盟|入职|进入|进[的了]|来自|跳槽|转[投往赴]|\b(?:mov(?:e|ed|es) to|join\w*|arriv\w*|came|hired|recruited)\b")
_JOINS_OR_LEAVES = re.compile(r"加入|加盟|入职|离开|离职|\b(?:join|leave|quit)\b")
_LASTS = re.compile(
    r"(?<!\d)(?:\d{1,2}|[一二两三四五六七八九十]{1,3})多?(?:个?年半?|个月|年多)(?!代|级|底|初|前|后|来|第|内|间|获|的目标)|\b(?:(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty)(?: and a half)? (?:years?|months?)|a decade)\b"
)
_PRESENT = re.compile(r"接任|出任|升任|卸任|转任|专任|接棒|接手|即日|宣布|聘任|任命|委任|现任|(?<!曾)担任(?!过)|目前|\b(?:is|are|has|will|runs|leads|heads|now|currently|appointed|named|succeeds?|replaces?|hires?|hired)\b")
_FROM_PLACE = re.compile(r"(?:生[于在]|籍贯|老家|出身)(?:于|在)?(?!\d)|年生于|[^\d国]人[,。]|\b(?:born|grew up|raised)(?: and raised)? in (?!\d)|\bnative\b")
_SEVERAL = re.compile(r"哪些|哪几|几[位个人]|多少[位个人]|\b(?:how many|which|executives|founders|directors|managers)\b")
_DAY = re.compile(
    r"\d{1,2}月(?:\d{1,2}日)?|\b\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|\b(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}\b"
)
# Asks for employers, each by name.
_EMPLOYERS = re.compile(
    r"(?:哪|什么)[^,?]{0,4}(?:公司|企业|外[商企]|单位|东家|雇主|机构|大厂)|\b(?:which|what) (?:[\w-]+ ){0,3}(?:companies|firms|employers)\b|\bpast employers\b"
)
_AT_SOME_PLACE = re.compile(
    r"(?:加入|进入|入职|转[往投到任赴]|跳槽到?|任职于|服务于|来自|效力|前往|进了|先[进到去]|考进|赴|应聘|分配到|分发到)[^,。]{2,}|[到进][^,。]{2,16}(?:做|当|任)|去了?[^,。]{2,10}(?:公司|集团|银行|所|院|局|部|社|厂)|在[^,。\d]{2,16}?(?:担任|任(?!期|内)|做(?!出)|当|工作|服务|待了|上班|实习|执[业教])"
)
# The place a question names in so many words: 在发那科做了几年.
_AT_WHICH = re.compile(r"在([^,?]{2,12}?)(?:一共|总共)?(?:待|做|工作|干|服务|任职|担任|当|上班|呆)(?=[了过多几什的]|$)")
_BESIDES = re.compile(r"除了|除[^,?]{2,12}(?:以?外|之外)|\b(?:besides|apart from|other than|aside from|except)\b")
_AS_WHAT = re.compile(r"[当做任](?:了|过)?什么|担任什么")
_AS_OF_NOW = re.compile(r"今年|现在|目前|\bthis year\b|\bnow\b")
_AROUND = re.compile(r"^(?:加入|跳槽|转投|转往|离开|进入)?[去到]|^(?:加入|跳槽|转投|转往|离开|进入)(?=.{2})|(?:的时候|时候|那时|时|的)$")
_AT_SOME_NAME = re.compile(r"\b(?:at|for|joined|joining|to|with|from) (?:the )?[A-Z]")
_NO_EMPLOYER = re.compile(r"中国区?市场|的?市场|在国内")
_NEWS = "9997"  # where a step without a year goes that the article tells first, as its news
_MOST_STEPS = 9
_EDGES = " ,;，；。、:：."
_LEAD_IN = re.compile(r"^said .{0,40}?\bthat |^(?:and |but |who |where |before )(?:then )?|^(?:而|并|则)")


@dataclass(frozen=True, slots=True)
class Shown:
    """A step with its sentence, its folded words, and its place in the order of a life."""

    step: StoredStep
    sentence: StoredSentence
    folded: str
    at: tuple[str, int]
    until: str = ""


Steps = Sequence[Shown]
Groups = Sequence[Sequence[str]]


class Careers:
    """Tells the steps of one person's life that a question asks for."""

    def __init__(self, evidence: Evidence, posts: Posts) -> None:
        """Tell from `evidence`; `posts` knows who "the CEO of X" is."""
        self.evidence = evidence
        self._posts = posts

    def person(self, question: Question) -> str | None:
        """Return the one person a question is about, if it is about one: "besides P" is about others."""
        if _BESIDES.search(question.folded):
            return None
        entities = self.evidence.library.names.entities
        people = [g for g in question.subjects if entities[g[0]].kind == "person"]
        return people[0][0] if len(people) == 1 else None

    def answer(self, question: Question) -> Answer | None:
        """Answer a question about a life, or return None when it asks for no step or none is told."""
        question = self._with_holder(question)
        person = self.person(question)
        if person is None or question.wants == "reason" or (question.measures and question.wants in ("amount", "ratio")):
            return None
        if question.wants == "age":
            return None if question.periods and not _AS_OF_NOW.search(question.folded) else self.age(person)
        life = self.life(person)
        chosen = self._asked(question, life)
        if not chosen:
            return None
        kind = "timeline" if len(chosen) > 1 else "person"
        lasted = self._lasted(question, chosen) if question.wants == "duration" else ""
        return self._tell(kind, person, chosen, [lasted] if lasted else [])

    def _with_holder(self, question: Question) -> Question:
        """Put the person in where a question about a life names a post: how old is the chairman of X?"""
        several = question.kind == "list" or _SEVERAL.search(question.folded)
        if several or not question.roles or not question.subjects or not of_a_life(question) or self.person(question):
            return question
        holders = self._posts.holders(question)
        if len(holders) != 1:
            return question
        posts = {term_token("concept", r) for r in question.roles}
        needs = tuple(n for n in question.needs if not any(set(o) & posts for o in n.options))
        return replace(question, subjects=((holders[0],),), needs=needs)

    def must(self, question: Question) -> bool:
        """Whether only a step could answer, so that no other sentence may speak."""
        person = self.person(question)
        if person is None or len(question.subjects) > 1:
            return False
        folded = question.folded
        if question.wants == "date" and _JOINS_OR_LEAVES.search(folded):
            return True
        return question.wants == "age" or bool(_STUDY.search(folded) or _ORIGIN.search(folded) or _FIRST.search(folded))

    # ------------------------------------------------------------ years of a life
    def born(self, person: str) -> tuple[int, StoredSentence] | None:
        """Return the year somebody was born in, and the sentence that says so."""
        steps = [s for s in self.life(person) if "born" in s.step.kinds and s.step.start]
        if steps:
            return int((steps[0].step.start or "")[:4]), steps[0].sentence
        dates = [f for f in self.evidence.facts([person], "birth-date") if f.period and f.period.start[:4].isdigit()]
        return (int(dates[0].period.start[:4]), self.evidence.sentence(dates[0])) if dates and dates[0].period else None

    def step_asked(self, question: Question, person: str) -> Shown | None:
        """Return the dated step that a question names by its place, its post or its verb."""
        steps = [s for s in self.life(person) if s.step.start]
        found = self._when(question, steps, self._others(question))
        return found[0] if found else None

    # ------------------------------------------------------------ a life
    def life(self, person: str) -> list[Shown]:
        """Return the steps of a life in order; of several articles that tell it, the fullest leads."""
        visible = self.evidence.visible
        told: dict[int, list[Shown]] = {}
        for step in self.evidence.library.archive.steps(person):
            if step.article_id in visible:
                told.setdefault(step.article_id, []).append(self._shown(step, told.get(step.article_id, [])))
        if not told:
            return []
        told = {a: kept for a, steps in told.items() if (kept := [s for s in steps if self._solid(s)])}
        if not told:
            return []
        best = max(told.values(), key=lambda steps: (sum(bool(s.step.start) for s in steps), len(steps)))
        out: list[Shown] = []
        for shown in best:
            if "made" not in shown.step.kinds or not any(set(shown.step.kinds) <= set(s.step.kinds) and _same(shown, s) for s in out):
                out.append(shown)
        for other in (s for steps in told.values() if steps is not best for s in steps):
            if not any(_same(other, s) for s in out):
                out.append(other)
        out.sort(key=lambda s: ("born" not in s.step.kinds, s.at, s.step.article_id, s.step.sentence, s.step.begin))
        ends = [*(s.at[0] for s in out[1:]), ""]
        return [Shown(s.step, s.sentence, s.folded, s.at, s.step.until or e) for s, e in zip(out, ends, strict=True)]

    def _shown(self, step: StoredStep, before: Sequence[Shown]) -> Shown:
        sentence = self.evidence.library.search.load(step.sentence_id)
        folded = fold(sentence.text)[step.begin : step.end]
        last = before[-1].at if before else (_NEWS, 0) if _PRESENT.search(folded) else ("0002", 0)
        if step.start:
            at = (step.start, 1)
        elif "born" in step.kinds:
            at = ("0000", 0)
        elif step.earlier:
            apart = 0 if before and before[-1].step.earlier and not before[-1].step.start else 1
            at = (last[0] if before else "9998", last[1] - apart)
        elif "studied" in step.kinds and not (before and "studied" in before[-1].step.kinds):
            at = ("0001", 0)
        else:
            at = (last[0], last[1] + 1)
        return Shown(step, sentence, folded, at)

    def _solid(self, shown: Shown) -> bool:
        """Whether a step says when, where or as what: the rest is praise."""
        entities = self.evidence.library.names.entities
        inside = (m.entity for m in shown.sentence.mentions if shown.step.begin <= m.start < shown.step.end)
        return bool(
            shown.step.start or shown.step.earlier or set(shown.step.kinds) & {"born", "studied", "made", "left"}
            or any(entities[i].kind in ("company", "institution") for i in inside)
            or re.search(r"\b(?:at|for|to|with|joined) (?:the )?[A-Z]", shown.sentence.text[shown.step.begin : shown.step.end])
            or _LASTS.search(shown.folded) or self._post(shown) or re.search("加入|进入|去了|来自|任教|大学|学院|[当做跑]", shown.folded)
        )  # fmt: skip

    def _post(self, shown: Shown) -> bool:
        """Whether a step names a post."""
        names = self.evidence.library.names
        return any(
            s.kind == "concept" and names.concepts[s.ids[0]].group == "role" for s in names.find(shown.folded)
        ) or bool(re.search(r"[^,]任[^,]{2,}|[员师长理监]$|\bas an? \w+", shown.folded.strip(_EDGES)))

    # ------------------------------------------------------------ choosing
    def _asked(self, question: Question, life: Steps) -> list[Shown]:
        if not life:
            return []
        work = [s for s in life if set(s.step.kinds) & {"worked", "made", "left"}]
        others = self._others(question)
        for ask in (self._in_order, self._at_places, self._of_kind):
            chosen = ask(question, life, work, others)
            if chosen is not None:
                return chosen
        return []

    def _in_order(self, question: Question, life: Steps, work: Steps, others: Groups) -> list[Shown] | None:
        """First, last, before, after: what the order of the steps tells."""
        folded = question.folded
        if _FIRST.search(folded):
            jobs = [s for s in work if "worked" in s.step.kinds and self._placed(s)]
            return jobs[:1] if jobs and (jobs[0].step.start or len(life) > 1) else []
        if _AFTER.search(folded):
            return self._after(life, others)
        if _BEFORE.search(folded) and not question.periods:
            return self._before(question, work, others)
        if _LAST.search(folded):
            return [s for s in work if re.search(r"最后|\blast\b", s.folded)][:1]
        return None

    def _at_places(self, question: Question, life: Steps, work: Steps, others: Groups) -> list[Shown] | None:
        """How long, in which years, as what: steps at a place or in a time."""
        folded = question.folded
        said = _AT_WHICH.search(folded)
        if question.wants == "duration":
            stays = self._at(question, work, others) if others or self.rest(question) else []
            if not stays and not others and said:
                stays = [s for s in work if said.group(1) in s.folded]
            lasting = [s for s in stays if _LASTS.search(s.folded)][:1]
            begun = next((s for s in stays if s.step.start and "left" not in s.step.kinds), None)
            until = self._end(life, begun, others, self.rest(question)) if begun else ""
            return lasting or ([replace(begun, until=until)] if begun and until[:4].isdigit() else [])
        if question.periods and _DOING.search(folded) and not others:
            return [s for s in life if any(_overlaps(s, p) for p in question.periods)]
        if _PAST_JOBS.search(folded):
            past = [s for s in work if "worked" in s.step.kinds and not any(self._names(s, g) for g in others)]
            return [s for s in past if s.step.start or not re.search(r"加入|\bjoin", s.folded)][:_MOST_STEPS]
        if others and question.wants == "post":
            posts = [s for s in self._at(question, work, others) if self._post(s)]
            if re.search(r"最后|最高|最终|\b(?:last|final|highest)\b", folded):
                posts = [s for s in posts if re.search(r"升|做到|最后|\b(?:promoted|rose|finally)\b", s.folded)]
            return posts[:3]
        if said and not others and (question.wants == "post" or _AS_WHAT.search(folded)):
            return [s for s in work if said.group(1) in s.folded and self._post(s)][:3]
        if others and not question.wants and _DOING.search(folded) and question.kind != "timeline":
            return self._at(question, work, others)[:3]
        return None

    def _end(self, life: Steps, begun: Shown, others: Groups, words: Sequence[str]) -> str:
        """When a stay ended: the step that leaves, founds or is somewhere else; a promotion is no end."""
        if begun.step.until:
            return begun.step.until
        for shown in life[life.index(begun) + 1 :]:
            here = any(self._names(shown, g) for g in others) or (bool(words) and all(holds(shown.folded, w) for w in words))
            elsewhere = set(shown.step.kinds) & {"left", "made", "studied"} or (self._placed(shown) and not here)
            if shown.step.start and shown.at[0] != _NEWS and elsewhere:
                return shown.step.start
        return ""

    def _of_kind(self, question: Question, life: Steps, _work: Steps, others: Groups) -> list[Shown] | None:
        """Born, studied, became, or all of it."""
        folded = question.folded
        if _ORIGIN.search(folded):
            return [s for s in life if "born" in s.step.kinds and _FROM_PLACE.search(s.folded)][:1]
        if question.wants == "date" and _BECAME.search(folded):
            return self._when(question, life, others)
        if _STUDY.search(folded) and not others:
            return self._studied(folded, life)
        if question.kind == "timeline" and not self.rest(question):
            return self._main(life) if len(life) > 2 else []
        return None

    def _main(self, life: Steps) -> list[Shown]:
        """The steps of a life worth a line each: the dated ones first when there are too many."""
        ranked = sorted(life, key=lambda s: (not s.step.start, "born" not in s.step.kinds, not self._post(s)))
        kept = ranked[:_MOST_STEPS]
        return [s for s in life if s in kept]

    def _others(self, question: Question) -> list[tuple[str, ...]]:
        entities = self.evidence.library.names.entities
        return [g for g in question.subjects if entities[g[0]].kind != "person"]

    @staticmethod
    def rest(question: Question) -> list[str]:
        """Return the words of a question that say which step, without those that only ask for one."""
        return [w for n in question.needs if (w := _bare(n.surface)) and not n.light and not _DOING.search(n.surface)
                and not _STUDY.search(n.surface) and not re.search(r"经历|履历|生平|背景|^[待呆干做][了过得]?$|career|background|timeline", n.surface)]  # fmt: skip

    def _names(self, shown: Shown, group: Sequence[str]) -> bool:
        """Whether a step names one of these, by a mention or in the words of an alias."""
        inside = {m.entity for m in shown.sentence.mentions if shown.step.begin <= m.start < shown.step.end}
        entities = self.evidence.library.names.entities
        aliases = [fold(a) for i in group for a in (*entities[i].aliases, *entities[i].names.values())]
        return bool(inside & set(group)) or any(a in shown.folded for a in aliases if len(a) > 1)

    def _at(self, question: Question, steps: Steps, others: Groups) -> list[Shown]:
        """The steps at the places a question names, or that hold its other words."""
        rest = self.rest(question)
        named = [s for s in steps if others and any(self._names(s, g) for g in others)] or ([] if others else list(steps))
        return [s for s in named if all(holds(s.folded, w) for w in rest)] if not others or (len(named) > 1 and any(all(holds(s.folded, w) for w in rest) for s in named)) else named

    def _before(self, question: Question, work: Steps, others: Groups) -> list[Shown]:
        """The jobs before the step a question names; without one, those before the last joining or founding."""
        folded = question.folded
        anchor: Shown | None = None
        made = _MADE.search(folded)
        if made:
            anchor = next((s for s in work if "made" in s.step.kinds), None)
        if anchor is None and others:
            named = [s for s in work if any(self._names(s, g) for g in others)]
            anchor = next((s for s in named if not s.step.earlier), None)
        if anchor is None and (rest := self.rest(question)):
            anchor = next((s for s in work if all(holds(s.folded, w) for w in rest)), None)
        earlier = [s for s in work if s.step.earlier]
        if anchor is None:
            joins = [s for s in work if _JOINS.search(s.folded) or "made" in s.step.kinds]
            anchor = joins[-1] if joins and not earlier else None
        if anchor is None:
            return earlier[-3:]
        told = [s for s in work if s.at < anchor.at and s.at[0] != _NEWS and "worked" in s.step.kinds and s is not anchor]
        if not told and re.search(r"来自|挖角|从[^,]{2,14}(?:跳槽|过来|转[到投任]|加入|加盟)|\bfrom\b|former", anchor.folded):
            return [anchor]
        if not told:  # told after the founding, and not of now: it was before
            told = [s for s in work if not s.step.start and "worked" in s.step.kinds and not _PRESENT.search(s.folded)]
        if _EMPLOYERS.search(folded):
            own = self._founded(anchor)
            return self._each_employer(told, own)
        told = [s for s in told if self._placed(s) or self._post(s)]
        last = [s for s in told if _LAST.search(folded) and re.search(r"最后|\blast\b", s.folded)]
        return last or told[-4:]

    def _placed(self, shown: Shown) -> bool:
        """Whether a step says where somebody worked."""
        printed = shown.sentence.text[shown.step.begin : shown.step.end]
        return bool(self._employers(shown) or _AT_SOME_PLACE.search(shown.folded) or _AT_SOME_NAME.search(printed))

    def _employers(self, shown: Shown) -> list[str]:
        entities = self.evidence.library.names.entities
        inside = [m for m in shown.sentence.mentions if shown.step.begin <= m.start < shown.step.end and entities[m.entity].kind in ("company", "institution")]
        text = fold(shown.sentence.text)
        return [m.entity for m in inside if not _NO_EMPLOYER.match(text[m.end : m.end + 4])]

    def _founded(self, shown: Shown) -> set[str]:
        """The company that a founding step founds: the one right after the verb."""
        text = fold(shown.sentence.text)
        verbs = [m.end() for m in _MADE.finditer(text, shown.step.begin, shown.step.end)] if "made" in shown.step.kinds else []
        return {
            m.entity for m in shown.sentence.mentions for v in verbs if 0 <= m.start - v <= 24 and not re.search("[,。;]", text[v : m.start])
        }

    def _each_employer(self, steps: Steps, own: set[str]) -> list[Shown]:
        """The step that first names each employer, or where somebody joined a place no name was found for."""
        out: list[Shown] = []
        told = set(own)  # the company they founded was no employer
        for shown in sorted(steps, key=lambda s: s.step.start is None):
            here = set(self._employers(shown))
            if (here and not here <= told) or (not here and self._placed(shown)):
                out.append(shown)
                told |= here
        return sorted(out, key=steps.index)

    def _after(self, life: Steps, others: Groups) -> list[Shown]:
        places = [n for n, s in enumerate(life) if any(self._names(s, g) for g in others)]
        if not places:
            return []
        return [s for s in life[places[-1] + 1 :] if "worked" in s.step.kinds or "made" in s.step.kinds][:2]

    def _when(self, question: Question, life: Steps, others: Groups) -> list[Shown]:
        """The dated step that is what a question names: its place, its post, its verb."""
        folded = question.folded
        roles = set(question.roles)
        named_posts = [n.surface for n in question.needs if any(t.startswith("c_") and t[2:].replace("_", "-") in roles for o in n.options for t in o)]
        rest = [w for w in self.rest(question) if not _BECAME.search(w) and w not in named_posts]
        dated = [s for s in life if s.step.start or _DAY.search(s.folded)]
        if roles and not rest:
            return [s for s in dated if roles & self._roles(s.folded)][:1]
        leaves = bool(re.search(r"离开|离职|退休|卸任|\b(?:leave|left|quit|retire)", folded))
        if rest:
            dated = [s for s in dated if all(holds(s.folded, w) for w in rest)]
            dated = [s for s in dated if ("left" in s.step.kinds) == leaves or ("made" in s.step.kinds and not leaves)] if leaves or _JOINS.search(folded) else dated
            dated = [s for s in dated if not others or any(self._names(s, g) for g in others)] or dated
        elif _MADE.search(folded):
            dated = [s for s in dated if "made" in s.step.kinds]
        elif leaves:
            dated = [s for s in dated if "left" in s.step.kinds]
            dated = [s for s in dated if any(self._names(s, g) for g in others)] or ([] if others and any(self._employers(s) for s in dated) else dated)
        elif _JOINS.search(folded):
            joins = [s for s in dated if _JOINS.search(s.folded)]
            named = [s for s in dated if any(self._names(s, g) for g in others)]
            dated = [s for s in named if s in joins] or named or (joins if not any(self._foreign_firm(s, others) for s in joins) else [])
        elif re.search(r"毕业|graduat", folded):
            dated = [s for s in dated if re.search(r"毕业|graduat|学位|degree", s.folded)]
        else:
            return []
        return dated[:1]

    def _roles(self, folded: str) -> set[str]:
        names = self.evidence.library.names
        return {i for s in names.find(folded) if s.kind == "concept" for i in s.ids if names.concepts[i].group == "role"}

    def _foreign_firm(self, shown: Shown, others: Groups) -> bool:
        """Whether a step that names none of the asked-for places names where it led: "joined Foo"."""
        entities = self.evidence.library.names.entities
        return bool(others) and any(
            entities[m.entity].kind in ("company", "institution")
            and shown.step.begin <= m.start < shown.step.end
            and re.search(r"(?:加入|进入?|加盟|joined|joins)\s*$", fold(shown.sentence.text)[: m.start])
            for m in shown.sentence.mentions
        )

    @staticmethod
    def _studied(folded: str, life: Steps) -> list[Shown]:
        steps = [s for s in life if "studied" in s.step.kinds]
        wanted = [d for d in _DEGREE if d.search(folded)]
        told = [s for s in steps if not wanted or any(d.search(s.folded) for d in wanted)]
        if not told and wanted == [_DEGREE[2]] and not re.search(r"职[位务]|position|post\b", folded):  # who graduated from somewhere before any other degree did so as an undergraduate
            told = [s for s in steps[:1] if not any(d.search(s.folded) for d in _DEGREE[:2])]
        steps = told
        schools = [s for s in steps if _SCHOOL.search(s.folded)]
        return (schools if re.search(r"哪|什么学校|\bwhere\b|\bwhich\b", folded) else schools or steps)[:4]

    # ------------------------------------------------------------ telling
    def _lasted(self, question: Question, chosen: Sequence[Shown]) -> str:
        """How long it was, worked out where no step says so."""
        first, last = chosen[0], chosen[-1]
        if any(_LASTS.search(s.folded) for s in chosen) or not first.step.start or not last.until[:4].isdigit():
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
        text = self.evidence.clause(_LEAD_IN.sub("", shown.sentence.text[step.begin : step.end].strip(_EDGES)))
        if step.start and step.start[:4] not in text:
            year, _, month = step.start.partition("-")
            period = Period(f"{step.start}-01" if month else f"{year}-01-01", step.start, "month" if month else "year")
            text = f"{figures.date(period, self.evidence.lang)}{self.evidence.words.colon}{text}"
        return text

    # ------------------------------------------------------------ age
    def age(self, person: str) -> Answer | None:
        """Answer how old somebody is: as told, else worked out from the year of birth and the article's date."""
        library, visible = self.evidence.library, self.evidence.visible
        for sentence in library.archive.sentences(library.archive.sentences_naming(person)):
            folded = fold(sentence.text)
            if sentence.article_id not in visible:
                continue
            for mention in (m for m in sentence.mentions if m.entity == person):
                others = [m.start for m in sentence.mentions if m.start > mention.end and m.entity != person
                          and library.names.entities[m.entity].kind == "person"]  # fmt: skip
                until = min([*others, mention.end + 16])
                before = re.search(r"(\d{2})岁的[^,。]{0,14}$", folded[: mention.start])
                after = re.search(r"^(?:[^,。;]{0,6},?)?[^,。;\d]{0,6}?(?<!当时)(?<!那年)(\d{2})岁(?=[,。;、)的]|$)|^\s*[,(] ?(\d{2})(?=[,)])|^, aged (\d{2})", folded[mention.end : until])
                then = re.search(r"(?:时的?|那年|当时),?$", folded[: mention.start])  # 離開時的他26歲
                if (before or after) and not then:
                    return self._quoted(person, sentence)
        born = self.born(person)
        if born is None:
            return None
        year, sentence = born
        published = library.articles[sentence.article_id].published or ""
        if not published[:4].isdigit():
            return self._quoted(person, sentence)
        line = self.evidence.words.age_at.format(
            subject=self.evidence.name(person), born=year, year=published[:4], age=int(published[:4]) - year
        )
        return Answer(True, self.evidence.lang, "person", (line,), sources=self.evidence.sources([sentence]))

    def _quoted(self, person: str, sentence: StoredSentence) -> Answer:
        evidence = self.evidence
        text = evidence.quote(sentence.text)
        if evidence.foreign(sentence.text):
            lead = evidence.words.quote_lead_about.format(subject=evidence.name(person))
            return Answer(True, evidence.lang, "person", (lead,), quotes=(text,), sources=evidence.sources([sentence]))
        return Answer(True, evidence.lang, "person", (text,), sources=evidence.sources([sentence]))


def of_a_life(question: Question) -> bool:
    """Return whether a question can only be about a person: their age, jobs, schools, how long they stayed."""
    patterns = (_BEFORE, _FIRST, _STUDY, _ORIGIN, _PAST_JOBS)
    kind = question.wants in ("age", "duration") or question.kind == "timeline"
    return kind or asks_employer(question) or any(p.search(question.folded) for p in patterns)


def _bare(word: str) -> str:
    """A word without the going and the moment around it: 跳槽去味岛 and 味岛时 are 味岛; a verb alone stays.

    >>> _bare("跳槽去味岛"), _bare("味岛时"), _bare("创业")
    ('味岛', '味岛', '创业')
    """
    shorter = _AROUND.sub("", word)
    return shorter if len(shorter) > 1 else word


def holds(folded: str, wanted: str) -> bool:
    """Return whether words hold another's, or most of its pairs of characters."""
    if wanted in folded:
        return True
    pairs = bigrams(wanted)
    return bool(pairs) and sum(p in folded for p in pairs) >= 0.6 * len(pairs)


def _overlaps(shown: Shown, period: Period) -> bool:
    start, until = shown.step.start, shown.until if shown.until[:4].isdigit() else ""
    if not start:
        return False
    a, b = period.start[: len(start)], period.end
    if start > b[: len(start)]:
        return False
    if shown.step.until or until > start:
        return until[:7] > a[:7] or start >= a  # a job that ends as the period begins is not of it
    return start >= a


def _same(one: Shown, other: Shown) -> bool:
    """Whether two articles tell the same step: the same year, or nearly the same words."""
    if one.step.start and other.step.start and one.step.start[:4] == other.step.start[:4]:
        return bool(set(one.step.kinds) & set(other.step.kinds))
    mine = set(bigrams(one.folded)) or set(one.folded.split())
    theirs = set(bigrams(other.folded)) or set(other.folded.split())
    return not one.step.start or len(mine & theirs) > 0.5 * max(1, min(len(mine), len(theirs)))
