"""Lists that an article tells by name: 有墨黑、霧白、珊瑚橘三色, 首批OEM夥伴包括甲、乙和丙, "in black, white and coral".

A question calls the things in its own words (配色, 牌子, "versions"), the sentence in others (三色, 品牌, trim): one
table tells which words are of one kind. The sentence must enumerate beside its word for the kind, be about whom is
asked, say what else the question says, and list as many as are asked for. Leaves out parts with figures
(`bot.answers.rows`) and firms gathered from many sentences (`bot.answers.lists`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from bot import questionwords as qw
from bot.answer import Answer
from bot.answers.partwords import NUMBERS
from bot.answers.passages import Passages
from bot.evidence import Evidence
from bot.question import Question
from bot.softwords import soft
from kb import lazy
from kb.names import Span
from kb.rows import StoredSentence
from kb.search import Need
from kb.segment import words_of
from kb.text import fold

_ARTICLES = 6
_HELD = 0.5
_DONE = 0.34
_KNOWN = 200  # sentences about a subject from which its articles are taken
_OPENS_WITHIN = 6  # characters into a sentence that its subject stands at most
_ASKS = lazy.compile(r"哪[些几两三四五六七八九]|有(?:什么|啥|谁|何)|(?:是|有)(?:谁|哪)|分别(?:是|叫|为)|叫(?:什么|啥)|列(?:出|给|举|一下)|\bwhat\b|\bwhich (?:two|three|four|five|six|\w+s\b)|\bwho (?:are|were)\b|\blist\b|\bname (?:the|all)\b")
# What a question calls things of a kind, and what an article does.
_KINDS = tuple(
    (lazy.compile(asked), told) for asked, told in (
        (r"颜色|配色|[几哪][个种]?色|\bcolou?rs?\b", r"(?:颜色|配色|色款|[两三四五六七八]种?色(?![彩域谱])|\bcolou?rs?\b|\bfinish(?:es)?\b)"),
        (r"版本|型号|款式|机型|\b(?:versions?|editions?|trims?|variants?|models?)\b", r"(?:版本|型号|款式|机型|车型|form factor|[两三四五六]款|\btrims?\b|\bversions?\b|\beditions?\b|\bvariants?\b|\bmodels?\b)"),
        (r"品牌|牌子|\bbrands?\b", r"(?:品牌|\bbrands?\b|\blabels?\b)"),
        (r"产品(?!线)|新品|\bproducts?\b(?! lines?)", r"(?:产品|新品|[两三四五六]款|\bproducts?\b)"),
        (r"客户|买家|\b(?:customers?|clients?|buyers?)\b", r"(?:客户|买家|\bcustomers?\b|\bclients?\b|\bbuyers?\b)"),
        (r"伙伴|合作(?:方|商|对象|运营商)|\bpartners?\b", r"(?:伙伴|合作(?:方|商|对象|海外运营商|运营商|厂商|品牌)|\bpartners?\b)"),
        (r"事由|违规|罪名|问题|\b(?:violations?|breaches|offences|failings)\b", r"(?:事由|违规|罪名|违法行为|\bviolations?\b|\bbreaches\b|\boffences\b|\bfailings\b)"),
        (r"原因|因素|\b(?:causes?|reasons?|factors?)\b", r"(?:原因|因素|\bcauses?\b|\breasons?\b|\bfactors?\b)"),
        (r"城市|\bcit(?:y|ies)\b", r"(?:城市|[两三四五六七八]地|[两三四五六七八]城|\bcities\b)"),
        (r"创[办始]人|\b(?:co-?)?founders?\b", r"(?:创[办始]人|\b(?:co-?)?founders?\b|(?:共同|联合|一同)?(?:创办|创立))"),
        (r"子公司|附属公司|\bsubsidiar(?:y|ies)\b", r"(?:子公司|附属公司|旗下(?:有|拥有|包括|设有)|\bsubsidiar(?:y|ies)\b)"),
        (r"保荐|承销商|\b(?:sponsors?|underwriters?|bookrunners?)\b", r"(?:保荐(?:人|机构|商)|承销商|账簿管理人|\bsponsors?\b|\bunderwriters?\b|\bbookrunners?\b)"),
        (r"基石|\bcornerstones?\b", r"(?:基石投资[者人方]?|基石股东|\bcornerstones?\b)"),
        (r"哪[几些两三四五六七]?个?国|\bcountries\b", r"(?:国家|(?<=[\d两三四五六七八九十数多各])国(?![\u3400-\u9fff]?[企产内外资])|(?:(?<=、[\u3400-\u9fff])|(?<=、[\u3400-\u9fff]{2}))国(?=[、和及与以,。;等\d])|\bcountries\b)"),
        (r"(?<!基石)投资[方人者]|股东|(?<!cornerstone )\b(?:investors?|backers?)\b", r"(?:投资[方人者]|领投|跟投|参投|\binvestors?\b|\bbackers?\b)"),
        (r"用途|用处|场景|领域|\b(?:uses?|applications?)\b", r"(?:用途|场景|领域|应用|\buses?\b|\bapplications?\b)"),
    )
)  # fmt: skip
_ITEM = r"[^,;。:、!?]{1,26}?"
# Places that are asked for may be listed with no word for what they are: 進入馬來西亞和泰國, "stores in Leeds and York".
_PLACES = lazy.compile(r"哪[几些两三四五六七]个?(?:国家?|城市|地方|地区|市场)|\b(?:countries|cities|places|markets|destinations)\b")
_A_PLACE = lazy.compile(r"国家?|城市|地方|地区|市场|countr(?:y|ies)|cit(?:y|ies)|places?|markets?|destinations?")
# What joins the last of a list to the others; not the 与 of 参与, the 和 of 和解, the 及 of 普及.
_JOINS = r"(?:(?<![饱共温缓谐])和(?![解谐平睦约缓])|(?<![参给赋授])与(?![会其])|以及|(?<![以普涉触波顾])及(?![时格早其])|\band\b|&)"
_AND = rf"(?:、|,?\s?{_JOINS})"
_LISTED = rf"(?P<list>{_ITEM}(?:[、,]\s?{_ITEM})*{_AND}\s?[^,;。:、!?]{{1,26}})"
_LEADS = r"(?:主要|分别|目前|现|共|已|列明的?|当中|一共)*(?:包括|包含|涵盖|计有|有|为|是|分为|分成|分|设|叫做?|如下|提供|推出了?|列出|(?=:))了?(?:了|:|,)*\s?(?:[两三四五六七八九](?:款|个|种|项|家|位|名|条|大)?[,:])?"
_OPENING = lazy.compile(r"[\u3400-\u9fff]{2,4}?(?=现在|目前|如今|在|的|有|[去今前]年|\d|一共|都|分别|主要)")
_NUMBER_ASKED = lazy.compile(r"(?:哪|这|的|是|有)?(?P<zh>[两三四五六七八九])(?:款|个|种|项|家|位|名|大|条|座|色)|\b(?P<en>two|three|four|five|six|seven|eight)\b")
_SPLIT = lazy.compile(rf"[、,]|{_JOINS}")
# Verbs that say no more than that there are such things.
_IS_THERE = lazy.compile(r"有|包括|包含|推出|提供|分|列|come|came|have|has|had|offer\w*|sell\w*|includ\w*|are|list\w*|name\w*|发布|发表|旗下|拥有|属于")


class NamedLists:
    """Quotes the sentence that lists what is asked for."""

    def __init__(self, evidence: Evidence, passages: Passages) -> None:
        """Find sentences through `passages`."""
        self.evidence = evidence
        self._passages = passages

    def answer(self, question: Question) -> Answer | None:
        """Answer with the one sentence that lists them, None where none or several different ones do."""
        if question.extreme not in ("", "first") or question.unknown or question.wants in ("reason", "amount", "ratio", "date", "duration") or len(question.subjects) > 1:
            return None
        if not _ASKS.search(question.folded):
            return None
        kinds = [(asked, told) for asked, told in _KINDS if asked.search(question.folded)]
        places = _PLACES.search(question.folded) is not None
        if len(kinds) > 1 or not (kinds or places):
            return None
        asked, told = kinds[0] if kinds else (_PLACES, "")
        if (called := asked.search(question.folded)) and called.group().isascii() and not called.group().endswith("s") and not _NUMBER_ASKED.search(question.folded):
            return None  # "the next product": of one thing there is no list
        needs = [n for n in question.needs if not (n.light or soft(n) or n.verbal or asked.search(n.surface) or (places and _A_PLACE.fullmatch(n.surface)) or _NUMBER_ASKED.fullmatch(n.surface))]
        if not question.subjects and not needs:
            return None
        stranger = "" if question.subjects else self._opening(question.folded)
        number = _NUMBER_ASKED.search(question.folded)
        wanted = NUMBERS[number["zh"] or number["en"]] if number else 0
        doing = [n for n in question.needs if n.verbal and not (n.light or soft(n) or asked.search(n.surface) or _IS_THERE.search(n.surface))]
        found = [s for s in self._sentences(question) if ((told and self._lists(s, told, wanted)) or (places and self._lists_places(s, wanted))) and self._says(s, needs) and self._says_done(s, doing) and stranger in fold(s.text)]
        articles = {s.article_id for s in found}
        if not found or len(articles) > 1 or len(found) > 2:
            return None
        return self._passages.quoting.quote("list", found[:1], alone=True)

    def _sentences(self, question: Question) -> list[StoredSentence]:
        """The sentences about whom is asked, of the articles that may be meant."""
        archive = self.evidence.library.archive
        if not question.subjects:
            ranked = self._passages.ranked(question)[:_ARTICLES]
            return [s.sentence for s in ranked if not s.missing]
        group = set(question.subjects[0])
        about = archive.sentences([n for i in group for n in archive.sentences_about(i)[-_KNOWN:]])
        out = {s.id: s for s in about}
        for article in list(dict.fromkeys(s.article_id for s in reversed(about)))[:_ARTICLES]:
            main = group | self.evidence.library.mains.of(article)
            if group & (self.evidence.library.mains.of(article) | self._in_title(article)):  # its other sentences are about it too, if they name no other firm
                out |= {s.id: s for s in archive.sentences_of_article(article) if not self._of_another(s, main)}
        return [s for s in out.values() if s.article_id in self.evidence.visible]

    def _opening(self, folded: str) -> str:
        """What a question opens with that is no word of the dictionary, and so whom it is about: 渡月 of 渡月现在在哪些国家开店."""
        found = _OPENING.match(folded)
        cut = words_of(found.group(), lambda w: w in qw.STOP_WORDS_ZH or self.evidence.library.is_ordinary(w), qw.STOP_SINGLE) if found else []
        return found.group() if found and all(len(w) == 1 for w in cut) and not all(w in qw.STOP_SINGLE for w in cut) else ""

    def _in_title(self, article: int) -> set[str]:
        """Whom a title names."""
        spans = self.evidence.library.names.find(fold(self.evidence.library.articles[article].title))
        return {i for s in spans if s.kind == "entity" for i in s.ids}

    def _of_another(self, sentence: StoredSentence, own: Set[str]) -> bool:
        """Whether a sentence begins with a firm that its article is not about."""
        entities = self.evidence.library.names.entities
        first = next((m for m in sentence.mentions if entities[m.entity].kind == "company"), None)
        return first is not None and first.entity not in own and first.start < _OPENS_WITHIN

    @staticmethod
    def _lists(sentence: StoredSentence, told: str, wanted: int) -> bool:
        """Whether a sentence enumerates beside its word for the kind, as many as are wanted."""
        folded = fold(sentence.text)
        patterns = (rf"{told}[^,;。:、\d]{{0,6}}?{_LEADS}{_LISTED}", rf"{_LISTED}(?:这|等|共)*(?:[两三四五六七八九]|\d)?(?:款|个|种|项|家|位|名|大|条|座)?[^,;。:、\d]{{0,8}}?{told}", rf"\b(?:in|into|as) {_LISTED}(?=[,.;]|$)" if not re.search("[\u3400-\u9fff]", folded) else "")
        for pattern in patterns[:2] if re.search("[\u3400-\u9fff]", folded) else patterns:
            for found in re.finditer(pattern, folded):
                if pattern is patterns[2] and not re.search(told, folded):
                    continue
                items = [x for x in _SPLIT.split(found["list"]) if x.strip()]
                rest = len([x for x in _SPLIT.split(re.split(r"[;。]", folded[found.end("list") :])[0]) if x.strip()]) if found.end("list") < len(folded) and folded[found.end("list")] in "、," else 0
                if len(items) >= max(2, wanted) or len(items) + rest >= max(2, wanted) > 2:
                    return True
        return False

    def _lists_places(self, sentence: StoredSentence, wanted: int) -> bool:
        """Whether a sentence has names of places in a row, as many as are wanted."""
        folded, names = fold(sentence.text), self.evidence.library.names
        spans = [s for s in names.find(folded) if s.kind == "entity" and all(names.entities[i].kind == "place" for i in s.ids)]
        rows: list[list[Span]] = []
        for span in spans:
            joined = rows and re.fullmatch(rf"{_AND}\s?(?:[在于到赴]|in |to )?|[,，]\s?", folded[rows[-1][-1].end : span.start])
            rows[-1].append(span) if joined else rows.append([span])
        return any(len({s.ids for s in row}) >= max(2, wanted) for row in rows)

    def _says_done(self, sentence: StoredSentence, doing: Sequence[Need]) -> bool:
        """Whether a sentence says what they did, or what was done to them: what founders disagree about is not who they are."""
        return all(self.evidence.library.search.holds(n, sentence.id) >= _DONE for n in doing)

    def _says(self, sentence: StoredSentence, needs: Sequence[Need]) -> bool:
        """Whether a sentence says what else is asked, or its article is about that."""
        search = self.evidence.library.search
        title = self.evidence.library.articles[sentence.article_id].title
        return all(search.holds(n, sentence.id) >= _HELD or n.surface in fold(sentence.text) or search.heading_holds(n, title) for n in needs)
