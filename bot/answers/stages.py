"""Which steps of a life a question asks for: the first, those before or after, those at a place, one of a kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answers.lives import NEWS, Groups, Lives, Shown, Steps, at, holds, overlaps
from bot.answers.stepwords import BEFORE, FIRST, LASTS, MADE, ORIGIN, PAST_JOBS, PRESENT, STUDY
from bot.question import Question
from kb import lazy
from kb.amounts.numerals import number
from kb.terms import term_token
from kb.text import fold

_BEGINS = lazy.compile(r"\b(?:began|started|begun|launched) (?:(?:his|her|their|a) )?(?:working life|career)\b|\bfirst job\b|第一份工作|(?:职业生涯|职涯)[^,]{0,6}(?:始于|起于|起步)|从[^,]{2,14}(?:做|干)起")  # says itself that it was the first
_STILL = lazy.compile(r"\b(?:has|have) (?:\w+ )?(?:led|run|been|headed|chaired|worked|served|held)\b.*\bsince\b|至今|迄今|以来")
_THE_FIRM = lazy.compile(r"\b(?:the|this) (?:company|group|firm|bank|business)\b|(?:^|[^\u4e00-\u9fff])(?:公司|集团|本行)")
_LAST = lazy.compile(r"最后一份|最近一份|前一份|上一份|\blast (?:job|position|employer)\b")
_AFTER = lazy.compile(r"(?:离开|卸任|退出|辞职|毕业)[^,?]{0,12}(?:之后|以后|后)|\bafter (?:leaving|quitting|he left|she left)\b")
_THEN = lazy.compile(r"(?:之后|以后|(?<!最)后来?)[^,?]{0,6}?(?:[去到]了?哪|[去到跳换]了?(?:什么|哪)|跳槽|转[去到投往]|做了?什么|加入)|\bafter (?!graduat|universit|college|that\b|this\b|joining)")  # once a place is named
_DEGREE = (lazy.compile(r"博士|doctor|ph\.?d"), lazy.compile(r"硕士|master|\bmba\b"), lazy.compile(r"本科|学士|bachelor|undergrad"))
_WHICH_DEGREE = lazy.compile(r"(?:什么|哪[个种一]?)(?:学位|专业|科系|系)|\b(?:what|which) (?:degree|subject|major)\b")
_SCHOOL = lazy.compile(r"大学|学院|理工|学校|中学|高中|研究[院所]|设计院|科学院|实验室|\b(?:universit\w+|college|school|institute|mit|polytechnic)\b")
_DOING = lazy.compile(
    r"做(?:了|过)?什么|在(?:做|干)(?:什么|啥)|干(?:什么|嘛)|在(?:哪|什么)|工作|任职|职务|职位|岗位|担任|哪[里家]|\b(?:do|doing|work\w*|where|position|role|job|employ\w*|post)\b"
)
_BECAME = lazy.compile(r"(?:成立|创建|回的?国|归国|回来|跳[去到]|调[去到任]|来[的了]?|去[的了]?|当[的了上]?|当上|升(?:任|上|到|为)?|成为|担任|出任|接任|就任|上任|加入|进入?|离开|离职|退休|卸任|创办|创立|创业|自立门户|跳槽|转投|转[入行战]|毕业|进[的了])|\b(?:becom\w*|became|return\w*|go|went|came|come|take over|took over|join\w*|leave|left|quit|retire\w*|appointed|promoted|made|start\w*|found\w*|graduate\w*|mov(?:e\w*|ing)|jump\w*|switch\w*|step\w*)\b")
_JOINS = lazy.compile(r"加入|转入|(?<![前改推引先促])进(?![行展步度口一军程])(?=[^,?]{1,14}?的?(?:[?,]|$))|跳[去到]|(?:哪一?年|时候|几时|几月|何时)[去到来](?:的|了)?(?!年)|加盟|入职|进入|进[的了]|来自|跳槽|转[到投往赴]|\b(?:mov(?:e|ed|es) (?:in [\w ]{3,14} )?to|go(?:es|ne)? (?:on )?to|went (?:on )?to|join\w*|arriv\w*|came|hired|recruited)\b")
_FROM_PLACE = lazy.compile(r"(?:生[于在]|籍贯|老家|出身)(?:于|在)?(?!\d)|年生于|[^\d国]人[,。]|\b(?:born|grew up|raised)(?: and raised)? in (?!\d)|\bnative\b")
_DAY = lazy.compile(
    r"\d{1,2}月(?:\d{1,2}日)?|\b\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|\b(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}\b|\b(?:in|since|last) (?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
)
# Asks for employers, each by name.
_EMPLOYERS = lazy.compile(
    r"(?:哪|什么)[^,?]{0,4}(?:公司|企业|外[商企]|单位|东家|雇主|机构|大厂)|\b(?:which|what) (?:[\w-]+ ){0,3}(?:companies|firms|employers)\b|\bpast employers\b"
)
# The place a question names in so many words: 在发那科做了几年.
_AT_WHICH = lazy.compile(r"在([^,?]{2,12}?)(?:里|里面)?(?:一共|总共)?(?:待|做|工作|干|服务|任职|担任|当|上班|呆)(?=[了过多几什的]|$)")
_AS_WHAT = lazy.compile(r"[当做任](?:了|过)?什么|担任什么")
_BEFORE_YEAR = lazy.compile(r"\d{4}年?(?:\d{1,2}月)?(?:[之以]前|前)|\bbefore (?:\w+ )?\d{4}\b")
_AROUND = lazy.compile(r"^(?:加入|跳槽|转投|转往|离开|进入)?[去到]|^(?:加入|跳槽|转投|转往|离开|进入)(?=.{2})|(?:的时候|时候|那时|时|的)$")
# Where somebody was until they left: 離開一家央企的設計院, "left a consultancy".
_WHENCE = lazy.compile(r"(?:离开|辞去|辞别|告别)了?[^,。]{1,16}(?:公司|集团|巨头|大厂|[院所厂局部校行社团]|[企药车]企|机构|事务所|工作|职[务位]|教职|铁饭碗)(?![^,。]{0,2}[后时前])|\b(?:left|quit|leaving|quitting) (?:his |her |their |a |an |the )[a-z]|\b(?:left|quit|leaving|quitting) [a-z]+ ?(?:to|for)\b")
_HELD = lazy.compile(r"\b(?:held|worked|spent|served)\b|曾|[任做当待]过|(?:工作|任职|服务|供职|效力)(?:过|了)|[做干待当]了[\d一二三四五六七八九十]+多?年")  # of before, though the part says "has" too
_YEARS = lazy.compile(r"([\d一二两三四五六七八九十]+|[a-z-]+)多?个?(?:年| (?:full |straight |whole )?years?)")
_MOVES = lazy.compile(r"[去到](?=[^,。]{2,20}(?:任教|任职|工作|担任|当|做|深造|读))|加入|加盟|进入|入职|转[到投往赴]|跳槽|\b(?:joined|moved|went|became)\b")
_MOST_STEPS = 9
# From one place to another: what is asked is of the other.
_FROM_TO = lazy.compile(
    r"[从由自](?P<zh>[^,?]{1,16}?)(?:跳槽|转投|转职|改投|转会|[跳转换])[到去往至]?(?=[^,?]{2})"
    r"|\b(?:mov\w+|jump\w*|switch\w*|go|goes|went|chang\w+|transfer\w*|defect\w*|cross\w*)(?: ship| over| jobs?)? from (?P<en>[^,?]{2,40}?) (?:over )?to (?=[^,?]{2})"
    r"|\b(?:leave|left|leaving|quit|ditch\w*|swap\w*) (?P<for>[^,?]{2,40}?) (?:for|to join) (?=[^,?]{2})"
)
_UNTIL_EN = lazy.compile(r"\b(?:before|until|till) (?P<then>[^?]+)")
_UNTIL_ZH = lazy.compile(r"(?P<then>[^,?]*?(?:[去到]|加入|转投|转到|跳槽|升任|出任|当上|成为)[^,?]+?)(?:之前|以前|前)(?=[^\d])|(?:才|再|然后|之后)(?P<later>(?:跳槽)?[去到升当转加出][^?]+)")


class Stages:
    """Chooses among the steps of a life."""

    def __init__(self, lives: Lives) -> None:
        """Choose from what `lives` reads."""
        self._lives = lives
        self.evidence = lives.evidence

    def asked(self, question: Question, life: Steps) -> list[Shown]:
        """Return the steps that a question asks for, none where it asks for no step or none is told."""
        if not life:
            return []
        work = [s for s in life if set(s.step.kinds) & {"worked", "made", "left"}]
        others = self._whither(question)
        for ask in (self._in_order, self._at_places, self._of_kind):
            chosen = ask(question, life, work, others)
            if chosen is not None:
                return chosen
        return []

    def _in_order(self, question: Question, life: Steps, work: Steps, others: Groups) -> list[Shown] | None:
        """First, last, before, after: what the order of the steps tells."""
        folded = question.folded
        if FIRST.search(folded):
            jobs = [s for s in work if "worked" in s.step.kinds and self._lives.placed(s)]
            begun = [s for s in jobs if _BEGINS.search(s.folded)]
            jobs = [s for s in begun if not _earlier(jobs, s)] or jobs  # where a career began in one firm, it may have begun before in another
            return jobs[:1] if jobs and (jobs[0].step.start or len(life) > 1) else []
        if _AFTER.search(folded) or "next" in question.flags or (others and question.wants not in ("date", "duration") and _THEN.search(folded)):
            return self._after(question, life, others)
        if question.periods and _BEFORE_YEAR.search(folded) and not others:
            told = [s for s in work if s.step.start and s.step.start[:4] < question.periods[0].start[:4] and self._lives.placed(s)]
            return told[-2:]
        if BEFORE.search(folded) and not question.periods and (question.wants != "duration" or re.search(r"哪|\b(?:where|which)\b", folded)):
            earlier = self._before(question, work, others)
            return earlier or (None if PAST_JOBS.search(folded) else [])
        if _LAST.search(folded):
            return [s for s in work if re.search(r"最后|\blast\b", s.folded)][:1]
        return None

    def _at_places(self, question: Question, life: Steps, work: Steps, others: Groups) -> list[Shown] | None:
        """How long, in which years, as what: steps at a place or in a time."""
        folded = question.folded
        said = _AT_WHICH.search(folded)
        if question.wants == "duration":
            if found := self._until_named(question, work, others):
                return found
            stays = self._at(question, work, others) if others or self.rest(question) else []
            if not stays and not others and said:
                stays = [s for s in work if at(s.folded, said.group(1))]
            if others and not stays:  # he was at none of them: where he was, where that is told of one place
                elsewhere = [s for s in work if states_length(s) and self._lives.employers(s)]
                return elsewhere if len(elsewhere) == 1 else []
            lasting = [s for s in stays if states_length(s)][:1]
            begun = next((s for s in stays if s.step.start and "left" not in s.step.kinds), None)
            until = self._end(life, begun, others, self.rest(question)) if begun else ""
            if begun and not lasting and not until[:4].isdigit() and _STILL.search(begun.folded):
                return [begun]  # has led it since 2021
            return lasting or ([replace(begun, until=until)] if begun and until[:4].isdigit() else [])
        if question.periods and _DOING.search(folded) and not others:
            return [s for s in life if any(overlaps(s, p) for p in question.periods)]
        if PAST_JOBS.search(folded) or "elsewhere" in question.flags:
            known = {i for g in others for i in g}
            past = [s for s in work if "worked" in s.step.kinds and (set(self._lives.employers(s)) - known or not any(self._lives.names(s, g) for g in others))]
            return [s for s in past if s.step.start or not re.search(r"加入|\bjoin", s.folded)][:_MOST_STEPS]
        if others and question.wants == "post":
            posts = [s for s in self._at(question, work, others) if self._lives.has_post(s)]
            if re.search(r"最后|最高|最终|\b(?:last|final|highest)\b", folded):
                posts = [s for s in posts if re.search(r"升|做到|最后|\b(?:promoted|rose|finally)\b", s.folded)]
            if posts and question.periods and not any(overlaps(s, p) for s in posts for p in question.periods):
                then = [s for s in life if self._lives.has_post(s) and any(overlaps(s, p) for p in question.periods)]
                return [*then[:1], *posts[:1]]  # he was elsewhere then, and there later
            return posts[:3]
        if said and not others and (question.wants == "post" or _AS_WHAT.search(folded)):
            return [s for s in work if at(s.folded, said.group(1)) and self._lives.has_post(s)][:3]
        if others and not question.wants and _DOING.search(folded) and question.kind != "timeline":
            return self._at(question, work, others)[:3]
        return None

    def _until_named(self, question: Question, work: Steps, others: Groups) -> list[Shown]:
        """A stay up to a step that the question names: "how long at HP before moving to Dell", 去戴爾之前在惠普待了幾年."""
        said = _UNTIL_EN.search(question.folded) or _UNTIL_ZH.search(question.folded)
        if said is None:
            return []
        then = next(x for x in said.groups() if x)
        entities = self.evidence.library.names.entities
        after = [g for g in others if any(fold(a) in then for i in g for a in (*entities[i].aliases, *entities[i].names.values()))]
        stay = [g for g in others if g not in after]
        roles = self._lives.roles(then)
        if not stay or not (after or roles):
            return []
        for begun in (s for s in work if s.step.start and any(self._lives.names(s, g) for g in stay)):
            later = (s for s in work if s.step.start and s.at > begun.at)
            end = next((s for s in later if any(self._lives.names(s, g) for g in after) or (not after and roles & self._lives.roles(s.folded))), None)
            return [replace(begun, until=end.step.start or "")] if end else []
        return []

    def _end(self, life: Steps, begun: Shown, others: Groups, words: Sequence[str]) -> str:
        """When a stay ended: the step that leaves, founds or is somewhere else; a promotion is no end."""
        if begun.step.until:
            return begun.step.until
        for shown in life[life.index(begun) + 1 :]:
            here = any(self._lives.names(shown, g) for g in others) or (bool(words) and all(holds(shown.folded, w) for w in words))
            another = set(self._lives.employers(shown)) - {i for g in others for i in g} and _JOINS.search(shown.folded)  # to HP's old rival
            elsewhere = set(shown.step.kinds) & {"left", "made", "studied"} or (self._lives.placed(shown) and (not here or another))
            if shown.step.start and shown.at[0] != NEWS and elsewhere:
                return shown.step.start
        return ""

    def _of_kind(self, question: Question, life: Steps, _work: Steps, others: Groups) -> list[Shown] | None:
        """Born, studied, became, or all of it."""
        folded = question.folded
        if ORIGIN.search(folded):
            return [s for s in life if "born" in s.step.kinds and _FROM_PLACE.search(s.folded)][:1]
        if question.wants == "date" and _BECAME.search(folded):
            return self.when(question, life, others)
        if STUDY.search(folded) and not others:
            return self._studied(folded, life)
        if _WHICH_DEGREE.search(folded) and not question.wants and len(others) == 1 and self.evidence.library.names.entities[others[0][0]].kind == "institution":
            told = [s for s in self._studied(folded, life) if self._lives.names(s, others[0])]
            return told[:1] if len(told) == 1 else None  # of the school named
        if question.kind == "timeline" and not self.rest(question):
            return self._main(life) if len(life) > 2 else []
        return None

    def _main(self, life: Steps) -> list[Shown]:
        """The steps of a life worth a line each: the dated ones first when there are too many."""
        ranked = sorted(life, key=lambda s: (not s.step.start, "born" not in s.step.kinds, not self._lives.has_post(s)))
        kept = ranked[:_MOST_STEPS]
        return [s for s in life if s in kept]

    def others(self, question: Question) -> list[tuple[str, ...]]:
        """Return what a question names besides people."""
        entities = self.evidence.library.names.entities
        return [g for g in question.subjects if entities[g[0]].kind != "person"]

    def _whither(self, question: Question) -> list[tuple[str, ...]]:
        """What a question names besides people, without the place that somebody moved from to another: 從惠普跳槽到戴爾."""
        others, moved = self.others(question), _FROM_TO.search(question.folded)
        if moved is None:
            return others
        entities, whence = self.evidence.library.names.entities, next(x for x in moved.groups() if x)
        left = [g for g in others if any(fold(a) in whence for i in g for a in (*entities[i].aliases, *entities[i].names.values()))]
        return [g for g in others if g not in left] or others

    def besides(self, question: Question) -> list[str]:
        """Return the words of a question that say which step, without its verb and its post."""
        posts = {term_token("concept", r) for r in question.roles}
        named = [n.surface for n in question.needs if any(posts & set(o) for o in n.options)]
        return [w for w in self.rest(question) if not _BECAME.search(w) and w not in named]

    @staticmethod
    def rest(question: Question) -> list[str]:
        """Return the words of a question that say which step, without those that only ask for one."""
        return [w for n in question.needs if (w := _bare(n.surface)) and not n.light and not _DOING.search(n.surface)
                and not STUDY.search(n.surface) and not re.search(r"经历|履历|生平|背景|^[待呆干做][了过得]?$|career|background|timeline", n.surface)]  # fmt: skip

    def _at(self, question: Question, steps: Steps, others: Groups) -> list[Shown]:
        """The steps at the places a question names, or that hold its other words."""
        rest = self.rest(question)
        named = [s for s in steps if others and any(self._lives.names(s, g) for g in others)] or ([] if others else list(steps))
        if not named:  # the company that the article is about
            known = {i for g in others for i in g}
            named = [s for s in steps if _THE_FIRM.search(s.folded) and not self._lives.employers(s) and known & {*s.sentence.topics, *self.evidence.library.mains.of(s.sentence.article_id)}]
        return [s for s in named if all(holds(s.folded, w) for w in rest)] if not others or (len(named) > 1 and any(all(holds(s.folded, w) for w in rest) for s in named)) else named

    def _before(self, question: Question, work: Steps, others: Groups) -> list[Shown]:
        """The jobs before the step a question names; without one, those before the last joining or founding."""
        folded = question.folded
        anchor: Shown | None = None
        made = MADE.search(folded)
        if made:
            anchor = next((s for s in work if "made" in s.step.kinds), None)
        if anchor is None and others:
            named = [s for s in work if any(self._lives.names(s, g) for g in others)]
            anchor = next((s for s in named if not s.step.earlier), None)
        if anchor is None and (rest := self.rest(question)):
            anchor = next((s for s in work if all(holds(s.folded, w) for w in rest)), None)
        if anchor is None and question.roles:  # before becoming CEO, told as chief executive
            anchor = next((s for s in work if set(question.roles) & self._lives.roles(s.folded)), None)
        earlier = [s for s in work if s.step.earlier]
        if anchor is None:
            joins = [s for s in work if _JOINS.search(s.folded) or "made" in s.step.kinds]
            anchor = joins[-1] if joins and not earlier else None
        whence = [s for s in work if "left" in s.step.kinds and _WHENCE.search(s.folded)]
        if not any("worked" in s.step.kinds for s in work) and whence:
            return whence[:1]  # who left an institute to found something worked there before
        if anchor is None:  # none tells of the company they are with: then all that tell of one they were with
            if earlier or any(s.step.start for s in work):
                return earlier[-3:]
            return [s for s in work if "worked" in s.step.kinds and (self._lives.employers(s) or self._lives.has_post(s)) and _HELD.search(s.folded)][-3:]
        told = [s for s in work if s.at < anchor.at and s.at[0] != NEWS and "worked" in s.step.kinds and s is not anchor]
        if not told and re.search(r"来自|挖角|[从由自][^,]{2,14}(?:跳槽|过来|转[到投任]|加入|加盟)|\bfrom\b|former", anchor.folded):
            return [anchor]
        if not told:  # told after the founding, and not of now: it was before
            told = [s for s in work if not s.step.start and "worked" in s.step.kinds and (not PRESENT.search(s.folded) or _HELD.search(s.folded))]
        if _EMPLOYERS.search(folded):
            own = self._lives.founded(anchor)
            return self._each_employer(told, own)
        told = [s for s in told if self._lives.placed(s) or self._lives.has_post(s)]
        last = [s for s in told if _LAST.search(folded) and re.search(r"最后|\blast\b", s.folded)]
        return last or told[-4:]

    def _each_employer(self, steps: Steps, own: set[str]) -> list[Shown]:
        """The step that first names each employer, or where somebody joined a place no name was found for."""
        out: list[Shown] = []
        told = set(own)  # the company they founded was no employer
        for shown in sorted(steps, key=lambda s: s.step.start is None):
            here = set(self._lives.employers(shown))
            if (here and not here <= told) or (not here and self._lives.placed(shown)):
                out.append(shown)
                told |= here
        return sorted(out, key=steps.index)

    def _after(self, question: Question, life: Steps, others: Groups) -> list[Shown]:
        """Where somebody went from the place named, or from where they were in the years named: to another, a dated step first."""
        there = [s for s in life if set(s.step.kinds) & {"worked", "made", "left"} and any(self._lives.names(s, g) for g in others)]
        there = there or [s for s in life if not others and any(overlaps(s, p) for p in question.periods)]
        anchor = next((s for s in there if s.step.start), there[-1] if there else None)
        if anchor is None:
            return []
        places = {i for g in others for i in g} or set(self._lives.employers(anchor))
        later = [s for s in life[life.index(anchor) + 1 :] if set(s.step.kinds) & {"worked", "made"} and not s.step.earlier and s.at >= anchor.at]
        moved = [s for s in later if set(self._lives.employers(s)) - places or (self._lives.placed(s) and not self._lives.names(s, tuple(places)))]
        sure = [s for s in moved if (s.step.start and s.at[0] != NEWS) or _MOVES.search(s.folded)]
        return sure[:1] or moved[:1]

    def when(self, question: Question, life: Steps, others: Groups) -> list[Shown]:
        """The dated step that is what a question names: its place, its post, its verb."""
        folded = question.folded
        roles = set(question.roles)
        rest = self.besides(question)
        dated = [s for s in life if s.step.start or _DAY.search(s.folded)]
        if roles and not rest:
            return [s for s in dated if roles & self._lives.roles(s.folded)][:1]
        whence = _FROM_TO.search(folded)
        moved = bool(whence and others and len(others) < len(self.others(question)))
        if moved and whence:
            rest = [w for w in rest if w not in whence.group()]
        leaves = not moved and bool(re.search(r"离开|离职|退休|卸任|\b(?:leave|left|quit|retire)", folded))
        if rest:
            dated = [s for s in dated if all(holds(s.folded, w) for w in rest)]
            dated = [s for s in dated if ("left" in s.step.kinds) == leaves or ("made" in s.step.kinds and not leaves)] if leaves or _JOINS.search(folded) else dated
            dated = [s for s in dated if not others or any(self._lives.names(s, g) for g in others)] or dated
        elif MADE.search(folded):
            dated = [s for s in dated if "made" in s.step.kinds]
            named = [s for s in dated if any(self._lives.names(s, g) for g in others)]
            dated = named or ([] if others and len(dated) > 1 else dated)  # of several founded, the one that is meant
        elif leaves:
            dated = [s for s in dated if "left" in s.step.kinds]
            dated = [s for s in dated if any(self._lives.names(s, g) for g in others)] or ([] if others and any(self._lives.employers(s) for s in dated) else dated)
            dated = dated or [s for s in life if s.step.until and any(self._lives.names(s, g) for g in others)]  # ran it until 2014
        elif moved or _JOINS.search(folded):
            joins = [s for s in dated if _JOINS.search(s.folded)]
            named = [s for s in dated if any(self._lives.names(s, g) for g in others)]
            dated = [s for s in named if s in joins] or named or (joins if not any(self._lives.foreign_firm(s, others) for s in joins) else [])
        elif re.search(r"回的?国|归国|返[国台港]|\breturn", folded):
            dated = [s for s in dated if re.search(r"回国|归国|返[国台港]|回[到来台港]|\breturn", s.folded)]
        elif re.search(r"毕业|graduat", folded):
            dated = [s for s in dated if re.search(r"毕业|graduat|学位|degree", s.folded)]
        else:
            return []
        return dated[:1]

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


def states_length(shown: Shown) -> bool:
    """Whether a step says how long it lasted: so many years as fit between its dates, where it has two."""
    said = LASTS.search(shown.folded)
    if said is None or not shown.step.start or not shown.until[:4].isdigit():
        return said is not None
    years = _YEARS.match(said.group())
    count = number(years.group(1)) if years else None
    return count is None or count <= int(shown.until[:4]) - int(shown.step.start[:4]) + 1


def _earlier(jobs: Steps, one: Shown) -> bool:
    """Whether another job has an earlier date than this one."""
    return any(s.step.start and one.step.start and s.step.start[:4] < one.step.start[:4] for s in jobs)


def _bare(word: str) -> str:
    """A word without the going and the moment around it: 跳槽去味岛 and 味岛时 are 味岛; a verb alone stays.

    >>> _bare("跳槽去味岛"), _bare("味岛时"), _bare("创业")
    ('味岛', '味岛', '创业')
    """
    shorter = _AROUND.sub("", word)
    return shorter if len(shorter) > 1 else word
