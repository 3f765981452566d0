"""What a company has to do with others: its investors, customers, suppliers, subsidiaries, purchases, people.

Such a list stands in one sentence or is spread over several. A sentence belongs to it when it is about the
company, says the relation, and says what else the question asks for; of those, each that adds a name is shown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from bot.answer import Answer
from bot.answers.passages import Passages
from bot.answers.quoting import size
from bot.answers.staff import Staff
from bot.answers.stepwords import FOUNDER
from bot.evidence import Evidence
from bot.question import Question
from bot.softwords import soft
from kb import lazy
from kb.model import Mention
from kb.obliques import TAKES_PART
from kb.rows import StoredSentence, StoredStep
from kb.search import Need
from kb.text import fold

_ASKED_OF = 8  # characters after the asking words: what kind of thing is listed
_MAINLY = 4  # of an article that is about one firm, so many times its mentions are those of all: a roundup is about none
_LEADING = 24  # characters into a sentence that a name leads it
_MOST = 360  # characters shown, Latin ones counting half
_MANY = lazy.compile(
    r"哪|谁|什么|有几|几[位家个名]|多少[位家个名]|\b(?:which|who|what|whom|list|name|how many)\b"
)
_ROUND = lazy.compile(r"(天使|种子|pre-?[a-c]|[a-h]\+?\d?)\s*轮|\b(seed|angel|series [a-h]\d?)\b")
_TOGETHER = lazy.compile(r"一起|一同|共同|携手|联手|合[伙作]|[和与跟同]谁|\b(?:with|alongside|together)\b")
_FOUNDS = lazy.compile(r"创办|创立|创建|成立|\b(?:co-)?found(?:ed|ing)\b|\bset up\b|\bspun (?:out|off)\b|\bopened\b|\bstart(?:ed)?\b")
_CO_FOUNDER = lazy.compile(r"(?:联合|共同)创[办始立建]|\bco-?found\w+")
_MOST_FOUNDERS = 4  # told of beside who founded it first
_SHARED = lazy.compile(r"(?:联合|共同|一起|携手|合伙)创|\bco-?found\w+|\b(?:jointly|together)\b|\band [a-z]+ [a-z]+ (?:founded|started|set up)|\b(?:founded|started|set up)\b[^.;]{0,40}\b(?:by [^.;,]{3,40}(?:,| and)|with) ")
_PRICE = lazy.compile(r"\bpa(?:y|id) for\b|(?:花|用)了?多少钱?[^,?]{0,6}(?:收购|买下?|并购)|(?:收购|买下|并购)[^,?]{0,20}(?:多少钱|金额|价格)|\bcost of (?:acquiring|buying)\b")
_MONEY = lazy.compile(r"[$€£¥]\s?\d|\d[\d,.]*[百千万亿]*(?:元|美元|欧元|港元)|\b\d[\d.]* (?:million|billion)\b")
_COUNTS = lazy.compile(r"几[位家个名]|多少[位家个名]|\bhow many\b")
_COUNTED = lazy.compile(r"[一二两三四五六七八九十\d]+[位名家个]|\b(?:two|three|four|five|six|seven|eight|nine|ten) ")
# What may stand before the name that leads a sentence: a date, a word that goes on, a source.
_OPENS = lazy.compile(r"^(?:(?:此外|另外|同时|与此同时|另一方面|其中|据悉|(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日)?[^,]{0,3}|20\d\d年|\b(?:meanwhile|separately|in addition|on \w+ \d{1,2}))[,，]? ?)+(?:据[^,。;]{0,10})?")
_ENUMERATED = lazy.compile(r"、|和|与|及|,|\band\b|分别")


class Relation(NamedTuple):
    """A relation: how it is asked for, how a sentence says it (both folded), whether people are listed."""

    id: str
    asked: re.Pattern[str]
    said: re.Pattern[str]
    people: bool = False
    one: bool = False  # one sentence says it


RELATIONS = (
    Relation(
        "lead investor",
        lazy.compile(r"领投|主投|\b(?:who|which \w+) led\b.{0,60}\b(?:round|series|funding|financing|investment)|\blead(?:ing)? investor"),
        lazy.compile(r"领投|主投|\bled by\b|\bled the\b|\bco-led\b|\blead investor"),
        one=True,
    ),
    Relation(
        "investors",
        lazy.compile(r"投资(?:方|人|者|机构)|跟投|股东(?:有|是|包括|都有)?(?:哪|谁)|哪[些几][^,?]{0,3}股东|谁(?:投资|入股|投了)|(?:哪些|哪几家|什么)(?:机构|基金|股东|公司)[^,?]{0,8}(?:投资|入股|参与|参投|出资)|\binvest(?:ed|ors?)\b|\bback(?:ers?|ed)\b|\btook part in\b"),
        lazy.compile(r"领投|跟投|投资方|股东(?:包括|有|为|是)|注资|入股|参投|出资|投资(?:人|者)?(?:包括|有|为)|(?:由|获)[^,。]{2,20}(?:投资|领)|\bled by\b|\bback(?:ed|ers?)\b|\binvest(?:or|ors|ed)\b|\bparticipat\w+\b|\btook part\b|\balso joined\b|\balongside\b"),
    ),
    Relation(
        "customers",
        lazy.compile(r"客户(?!数|占|集中)|供货给(?:谁|哪)|卖给(?:谁|哪)|合作(?:的)?(?:车企|客户)|哪[些几家]+[^,?]{0,6}合作|\bcustomers?\b|\bclients?\b|\bwho (?:buys|uses)\b|\bsuppl(?:y|ies) (?:whom|to)\b"),
        lazy.compile(r"客户(?!数|占|集中|的?(?:需[求要]|体验|关系|供应链))|供货|供应给|服务[^,。]{0,12}(?:等|平台|企业)|合作(?:车企|客户|伙伴|厂商)|与[^,。]{2,24}合作|\b(?:customers?|clients?)\b(?!'?(?:s'?)? (?:demand|needs?|services?|support|experience)\b)|\bsuppl(?:y|ies) [a-z]"),
    ),
    Relation(
        "suppliers",
        lazy.compile(r"供应商|供货商|\bsuppliers?\b|\bvendors\b"),
        lazy.compile(r"供应商(?:包括|有|为|是|:)|供货商|由[^,。]{2,20}供应|\bsuppliers? (?:include|are|is)\b|\bsupplied by\b|\bvendors include\b"),
    ),
    Relation(
        "purchases",
        lazy.compile(r"(?:收购|并购|买下|购并|买)过?(?:了|的)?(?:哪|什么)|(?:哪|什么)[^,?]{0,10}(?:收购|并购|买下)|\b(?:acquir\w+|acquisitions?|bought|buy|takeovers?|purchased)\b"),
        lazy.compile(r"收购|并购|买下|购并|取得[^,。]{2,24}股权|\b(?:acquir\w+|acquisition|bought|takeover|purchased|will buy|agreed to buy)\b|(?:卖|售|转让)(?:给|予)|\bs(?:old|ell(?:s|ing)?) [^.;]{2,80}? to (?!be\b|the public\b)"),
    ),
    Relation(
        "subsidiaries",
        lazy.compile(r"子公司|旗下|附属公司|分公司|\bsubsidiar\w+\b|\bbrands?\b|\bdivisions?\b|\bbusiness (?:units|lines)\b|\barms\b"),
        lazy.compile(r"旗下(?:目前)?(?:有|包括|拥有|包含|共|[^。]{2,24}(?:、|和|及|还有|与))|子公司(?:有|包括|:)|[四三二两五六七八]家子公司|\bsubsidiaries\b|\bowns\b|\bdivisions\b|\bbrands\b|\bunits\b"),
    ),
    Relation(
        "products",
        lazy.compile(
            r"(?:推出|发布|发表|出|生产|开发)过?了?(?:的)?(?:哪|什么)[^,?]{0,12}(?:产品|新品|车型|型号|机型|系列|品牌|机|车|款)|(?:哪[些几]|什么)[^,?]{0,4}(?:产品|新品|车型|型号|机型|系列)|(?:产品|新品|车型)(?:线)?(?:有|包括)?(?:哪|什么)|哪几?代|"
            r"\b(?:what|which) (?:\w+ )?(?:products|models|machines|devices|generations)\b"
        ),
        lazy.compile(
            r"推出|发布|发表|^(?!.*(?:交易所|港交所|科创板|港股|敲锣|招股|登陆|挂牌|家[^,。;]{0,10}上市)).*上市(?!公司|地点|时间|日期|后|以来)|亮相|产品(?:包括|有|分|线)|开卖|开售|面向|\b(?:launch\w*|releas\w+|c[oa]me out|unveil\w*|introduc\w+|first product|followed by|products? (?:include|are)|makes)\b"
        ),
    ),
    Relation(
        "sites",
        lazy.compile(r"哪[些几][^,?]{0,4}(?:工厂|厂房|厂区|生产基地|基地|据点|分公司|研发中心)|(?:工厂|厂房|基地|据点)(?:有哪|在哪|分布)|\b(?:what|which|how many) (?:plants|factories|sites|offices|facilities)\b"),
        lazy.compile(r"工厂|厂房|厂区|生产基地|据点|研发中心|\b(?:plants?|factor(?:y|ies)|sites?|offices?|facilit(?:y|ies))\b"),
    ),
    Relation(
        "departures",
        lazy.compile(r"(?:高管|高层|主管|人|经理人|干部|董事)[^,?]{0,8}(?:离任|离职|辞职|离开|走了|退休|卸任)|\b(?:who|which \w+|executives?|managers?|directors?)\b.{0,40}\b(?:left|leaving|resigned|departed|quit|stepped down|retired)\b"),
        lazy.compile(r"离任|离职|辞职|辞去|请辞|退休|卸任|离开|\b(?:left|leaves|leaving|resign\w*|depart\w*|quit|stepp\w+ down|retir\w+)\b"),
        people=True,
    ),
    Relation(
        "founders",
        lazy.compile(r"谁[^,?]{0,6}(?:创办|创立|创建|成立)|(?:创办|创立|创建)(?:人|者)?(?:是|有)?(?:谁|哪)|哪[些几][^,?]{0,4}创[办始]人|哪(?:些|几个?|[两三四]个?)[人位][^,?]{0,6}(?:创办|创立|创建|成立)|创[办始]人(?:是|有)?(?:谁|哪)|(?:共同|联合)(?:创办|创立|创始)|由谁|\bwho (?:co-?)?founded\b|\bfounders?\b|\bwho started\b|\bwho set up\b|\bfounded by\b"),
        lazy.compile(r"创办(?!人(?!是|有|为))|创立|创建|前身[是为][^,。;]{0,24}开[设办]|(?:共同|联合)创[办始]|\b(?:co-)?founded\b|\bset up\b|\b(?:co-)?founders?\b|\b(?:spun (?:out|off)|opened|started)\b[^.;]{0,60}\bby\b|\bstarted (?:the|a|an|his|her) (?:business|company|firm)\b"),
        people=True,
    ),
)  # fmt: skip


class Relations:
    """Lists what a company has to do with others, for one asker."""

    def __init__(self, evidence: Evidence, passages: Passages) -> None:
        """Quote through `passages`."""
        self.evidence = evidence
        self._passages = passages
        self._staff = Staff(evidence)

    def answer(self, question: Question) -> Answer | None:
        """Answer "who invested in X" and its like, or return None when no sentence about X says the relation."""
        entities = self.evidence.library.names.entities
        firms = [g for g in question.subjects if entities[g[0]].kind in ("company", "institution")]
        priced = bool(_PRICE.search(question.folded))
        if not firms or (len(question.subjects) != 1 and not priced and not self._with_somebody(question)) or question.extreme or question.wants in ("reason", "date", "place", "ratio"):
            return None
        folded = question.folded
        if _PRICE.search(folded):
            return self._price(question, set(firms[0]))
        if not _MANY.search(folded) or re.search(r"多少钱|金额|\bhow much\b|有没有|是否", folded):
            return None
        relation = next((r for r in RELATIONS if r.asked.search(folded)), None)
        if relation is not None and relation.id == "subsidiaries" and question.wants == "person":
            return None  # who runs it is another question
        if relation is None or (question.wants == "amount" and not relation.people):
            return None
        found = self._saying(question, relation, set(firms[0]))
        if not found:
            return None
        if relation.id == "founders":
            return self._founders(question, found)
        if _COUNTS.search(folded):
            counted = [s for s in found if _COUNTED.search(fold(s.text))]
            return self._passages.quoting.quote("list", counted[:1]) if counted else None
        return self._passages.quoting.quote("list", self._few(found, relation, set(firms[0])))

    def _with_somebody(self, question: Question) -> bool:
        """Whether a question asks who founded a company together with somebody it names."""
        kinds = sorted(self.evidence.library.names.entities[g[0]].kind for g in question.subjects)
        founded = question.wants == "person" and RELATIONS[-1].asked.search(question.folded)
        return kinds == ["company", "person"] and bool(founded and _TOGETHER.search(question.folded))

    def _price(self, question: Question, firm: set[str]) -> Answer | None:
        """What was paid for a company: the sentence that tells of the purchase, names it, and gives an amount."""
        purchases = next(r for r in RELATIONS if r.id == "purchases")
        others = [set(g) for g in question.subjects[1:]]
        plain = replace(question, needs=tuple(n for n in question.needs if n.key))
        found = [
            s
            for s in self._saying(plain, purchases, firm)
            if all(g & {m.entity for m in s.mentions} for g in others) and _MONEY.search(fold(s.text))
        ]
        return self._passages.quoting.quote("fact", found[:1]) if found and (others or plain.needs) else None

    def vouched(self, question: Question, answer: Answer | None) -> Answer | None:
        """Return an answer found otherwise, but none to "who founded X" that tells of another's founding."""
        entities = self.evidence.library.names.entities
        firms = {i for g in question.subjects for i in g if entities[i].kind == "company"}
        founders = next(r for r in RELATIONS if r.id == "founders")
        if answer is None or not firms or question.wants != "person" or not founders.asked.search(question.folded):
            return answer
        if _CO_FOUNDER.search(question.folded) and not any(_CO_FOUNDER.search(fold(s.text)) for s in self.evidence.cited):
            return None  # who founded it is not yet with whom
        return answer if any(self._tells_founding(s, firms) for s in self.evidence.cited) else None

    def _tells_founding(self, sentence: StoredSentence, firms: set[str]) -> bool:
        """Whether the founding a sentence tells of is that of these companies: they are nearest to its verb."""
        folded = fold(sentence.text)
        entities = self.evidence.library.names.entities
        near = [m for m in sentence.mentions if entities[m.entity].kind in ("company", "product") or m.entity in firms]  # no institution that a founder came from
        said = [m for p in (_FOUNDS, FOUNDER) for m in p.finditer(folded)]
        return not near or any(
            min(near, key=lambda m: m.start - v.end() if m.start >= v.end() else 2 * (v.start() - m.end)).entity in firms for v in said
        )

    # ------------------------------------------------------------ finding
    def _saying(self, question: Question, relation: Relation, firm: set[str]) -> list[StoredSentence]:
        """The sentences about the firm that say the relation and all else that is asked."""
        about = self._about_firm(question, firm)
        said = relation.asked.search(question.folded)
        span = question.folded[said.start() : said.end() + _ASKED_OF] if said else ""
        others = [n for n in question.needs if n.surface not in span and not n.light and not soft(n) and not relation.asked.search(n.surface) and not _ROUND.search(n.surface)
                  and not re.fullmatch(r"轮|融资|round|funding|高管|executives?", n.surface)]  # fmt: skip
        asked = _ROUND.search(question.folded)
        out = []
        for sentence in about:
            folded = fold(sentence.text)
            if not relation.said.search(folded):
                continue
            if asked and not self._of_round(sentence, asked, relation, several=len({_round(m) for m in _ROUND.finditer(question.folded)}) > 1):
                continue
            if not all(self._holds(n, sentence) for n in others):
                continue
            steps = relation.id == "founders" and self.evidence.library.archive.steps_in([sentence.id])
            told = self._people(sentence) or (steps and any("made" in s.kinds for s in steps))
            if relation.people and not told and not re.search(r"[一二两三四五六七八九十\d]+[位名]", folded):
                continue
            out.append(sentence)
        return out

    def _about_firm(self, question: Question, firm: set[str]) -> list[StoredSentence]:
        """The sentences about a firm, and those of articles about it that are about nobody else."""
        library = self.evidence.library
        ids = sorted({i for f in firm for i in library.archive.sentences_about(f)})[:400]
        visible = self._passages.fitting.visible(question)
        about = [s for s in library.archive.sentences(ids) if s.article_id in visible]
        taken = {s.id for s in about}
        return about + [
            s
            for a in self._mainly(about, firm)
            for s in library.archive.sentences_of_article(a)
            if s.id not in taken and not self._led_by_another(s, firm) and not self._of_another(s, firm)
        ]

    def _of_another(self, sentence: StoredSentence, firm: set[str]) -> bool:
        """Whether a sentence is about another company: 公司推出…, where the paragraph is of that one."""
        kinds = self.evidence.library.names.entities
        named = {m.entity for m in sentence.mentions}
        about = {t for t in sentence.topics if t in kinds and kinds[t].kind == "company"}
        return bool(about) and not about & (firm | named)  # whom it names may be whom the relation is with

    def _mainly(self, about: Sequence[StoredSentence], firm: set[str]) -> list[int]:
        """The articles that are about this firm before any other: what they say without naming anybody is of it."""
        library = self.evidence.library
        out = []
        for article in dict.fromkeys(s.article_id for s in about):
            counts = Counter(
                m.entity
                for s in library.archive.sentences_of_article(article)
                for m in s.mentions
                if library.names.entities[m.entity].kind == "company"
            )
            titled = {s.ids[0] for s in library.names.find(fold(library.articles[article].title)) if s.kind == "entity"}
            most = counts.most_common(1)[0] if counts else ("", 0)
            if (most[0] in firm and most[1] * _MAINLY >= counts.total()) or titled & firm:
                out.append(article)
        return out

    def _led_by_another(self, sentence: StoredSentence, firm: set[str]) -> bool:
        """Whether a sentence begins with another company, or speaks of one by a pronoun."""
        entities = self.evidence.library.names.entities
        lead = next((m for m in sentence.mentions if m.start < _LEADING and entities[m.entity].kind in ("company", "institution")), None)
        if lead is None or TAKES_PART.search(fold(sentence.text)):
            return False
        before = _OPENS.sub("", fold(sentence.text)[: lead.start])
        listed = re.search(r"包括|为|有|是|给|与|和|\b(?:include|are|from|by|with|to)\b", before)
        return lead.entity not in firm and not listed and not re.search(r"公司|[:,;]", before)

    def _holds(self, need: Need, sentence: StoredSentence) -> bool:
        return self.evidence.library.search.holds(need, sentence.id) >= 0.5

    def _of_round(self, sentence: StoredSentence, asked: re.Match[str], relation: Relation, *, several: bool) -> bool:
        """Whether a sentence, or the one before it in its paragraph, names the round; of several in it, last before what it says: D輪由甲領投,C輪時估值61億."""
        wanted = _round(asked)
        search = self.evidence.library.search
        for here in (sentence, search.neighbour(sentence, -1)):
            if here is None or here.paragraph != sentence.paragraph:
                return False
            folded = fold(here.text)
            rounds = [(m.start(), _round(m)) for m in _ROUND.finditer(folded)]
            said = [m.start() for m in relation.said.finditer(folded)]
            if len({r for _, r in rounds}) > 1 and said and not several:
                before = [next((r for at, r in reversed(rounds) if at < start), wanted) for start in said]
                return wanted in before
            if rounds:
                return wanted in {r for _, r in rounds}
        return False

    def _titled_founders(self, sentence: StoredSentence, firms: set[str]) -> bool:
        """Whether a sentence calls somebody it names founder of these: 創辦人兼總經理某某, "Foo, its founder"."""
        folded = fold(sentence.text)
        entities = self.evidence.library.names.entities
        return any(
            re.search(r"创[办始]人[^,。;]{0,20}$|前身(?:是|为)[^,。;]{0,16}$|\bfounder[^.;]{0,24}$", folded[: m.start])
            or re.match(r",? [^.;]{0,24}\bfounder\b", folded[m.end :])
            for m in sentence.mentions
            if entities[m.entity].kind == "person" and self._of(sentence, m, firms)
        )

    def _of(self, sentence: StoredSentence, mention: Mention, firms: set[str]) -> bool:
        """Whether it is these companies that a post belongs to: the one named with it, else whom its holder works for."""
        tied = self._staff.titles(sentence, fold(sentence.text), mention.start, mention.end)
        if not tied:
            home = self._staff.home(mention.entity)
            tied = [home[0]] if home else []
        return not tied or bool(set(tied) & firms)

    def _at_home(self, sentence: StoredSentence, firms: set[str]) -> bool:
        """Whether somebody a sentence names works for these, as far as is known: a co-founder told of with where they were before founded another."""
        homes = (self._staff.home(p) for p in self._people(sentence))
        return any(home is None or home[0] in firms for home in homes)

    def _made(self, step: StoredStep, firms: set[str]) -> bool:
        """Whether it is these that a founding step founds: of the companies it names the one nearest the verb."""
        sentence = self.evidence.library.search.load(step.sentence_id)
        entities = self.evidence.library.names.entities
        folded = fold(sentence.text)
        verb = _FOUNDS.search(folded, step.begin, step.end)
        near = [m for m in sentence.mentions if entities[m.entity].kind in ("company", "product") or m.entity in firms]  # no institution that a founder came from
        if not verb or not near:
            return bool(firms & set(sentence.topics))
        at = verb.end()
        nearest = min(near, key=lambda m: m.start - at if m.start >= at else 2 * (at - m.end))
        return nearest.entity in firms

    def _people(self, sentence: StoredSentence) -> set[str]:
        entities = self.evidence.library.names.entities
        return {m.entity for m in sentence.mentions if entities[m.entity].kind == "person"}

    def _beside(self, question: Question, found: Sequence[StoredSentence], told: set[str], firms: set[str]) -> list[StoredSentence]:
        """The sentences that call others co-founders than those told of: one, or one for each where the co-founders are asked for."""
        calling = [f for f in found if _CO_FOUNDER.search(fold(f.text)) and self._at_home(f, firms)]
        most = _MOST_FOUNDERS if _CO_FOUNDER.search(question.folded) else 1
        if most > 1:
            calling.sort(key=lambda f: (len(self._people(f)), size(f.text)))
        chosen: list[StoredSentence] = []
        for sentence in calling:
            if len(chosen) < most and self._people(sentence) - told:
                chosen.append(sentence)
                told = told | self._people(sentence)
        return sorted(chosen, key=lambda s: (s.article_id, s.n))

    def _few(self, found: Sequence[StoredSentence], relation: Relation, firm: set[str]) -> list[StoredSentence]:
        """Those that list most first, and each further one that adds a name."""

        def names(sentence: StoredSentence) -> set[str]:
            entities = self.evidence.library.names.entities
            return {m.entity for m in sentence.mentions if entities[m.entity].kind not in ("place",)} - firm

        def listed(sentence: StoredSentence) -> int:
            folded = fold(sentence.text)
            match = relation.said.search(folded)
            return len(_ENUMERATED.findall(folded[match.start() if match else 0 :])) + len(names(sentence))

        chosen: list[StoredSentence] = []
        told: set[str] = set()
        for sentence in sorted(found, key=lambda s: (-listed(s), s.id)):
            total = sum(size(s.text) for s in (*chosen, sentence))
            if chosen and (relation.one or total > _MOST or not (names(sentence) - told or _capitals(sentence.text))):
                continue
            chosen.append(sentence)
            told |= names(sentence)
        return sorted(chosen, key=lambda s: (s.article_id, s.n))

    def _founders(self, question: Question, found: Sequence[StoredSentence]) -> Answer | None:
        """Who founded it: the sentence of a founding step, with the founder's name where a pronoun stands for it."""
        library = self.evidence.library
        steps = [s for s in library.archive.steps_in([f.id for f in found]) if "made" in s.kinds]
        firms = {i for g in question.subjects for i in g}
        steps = sorted((s for s in steps if self._made(s, firms)), key=lambda s: s.start is None)
        if not steps:
            named = [f for f in self._about_firm(question, firms) if self._titled_founders(f, firms)]
            return self._passages.quoting.quote("person", named[:2]) if named else None
        best = library.search.load(steps[0].sentence_id)
        founders = list(dict.fromkeys(s.person for s in steps if s.sentence_id == best.id))
        silent = [p for p in founders if p not in self._people(best)]
        others = self._beside(question, [f for f in found if f.id != best.id], self._people(best) | set(founders), firms)
        told = others or len(founders) > 1 or _SHARED.search(fold(best.text))
        if _CO_FOUNDER.search(question.folded) and not told:
            return None  # who founded it is not yet with whom
        answer = self._passages.quoting.quote("person", [best, *others], alone=bool(others))
        if not silent or any(answer.lines[0].startswith(self.evidence.name(p)) for p in silent if answer.lines):
            return answer
        lead = "、".join(self.evidence.name(p) for p in silent) + self.evidence.words.colon
        if answer.quotes:
            return Answer(True, answer.lang, answer.kind, (*answer.lines[:-1], lead.rstrip(), *answer.lines[-1:]), quotes=answer.quotes, sources=answer.sources)
        return Answer(True, answer.lang, answer.kind, (lead + answer.lines[0], *answer.lines[1:]), sources=answer.sources)


def _round(match: re.Match[str]) -> str:
    text = (match.group(1) or match.group(2)).replace("series ", "").replace("seed", "种子").replace("angel", "天使")
    return text.replace("-", "").rstrip("+")


def _capitals(text: str) -> bool:
    """Whether a sentence may name somebody no name was found for."""
    return bool(re.search(r"(?<=[a-z,] )[A-Z][a-z]+ [A-Z0-9]|[「“\"]|[A-Z]\d", text))
