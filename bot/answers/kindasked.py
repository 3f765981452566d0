"""Which of the sentences chosen name the kind of thing that a question asks for: firms, people, what somebody makes."""

from __future__ import annotations

from bot.answers.fitting import Fitting
from bot.asked import WHICH_FIRM
from bot.question import Question
from bot.rounds import ROUND
from kb import lazy
from kb.search import Scored, Search
from kb.text import fold

_WHICH_FIRMS = lazy.compile(
    r"(?:哪些|哪几[家间]|哪[两三四五六]家)[^,，有设是]{0,8}?(?:公司|厂商?|企业|机构|银行|品牌|股)|[几两三四五六七八]家[^,，]{0,12}?是?哪几[家间]|"
    r"\bwhich (?:\w+[- ]){0,3}?(?:companies|firms|banks|makers|suppliers|brands|vendors|houses|stocks)\b"
)
_WHICH_PEOPLE = lazy.compile(r"哪[几些][个位名]?(?:人|高管|股东|创办人|创始人|董事)(?!工)|哪[几两三四五六][位名]|\bwhich (?:\w+ ){0,2}(?:people|persons|executives|directors|officials|analysts)\b")
_WHICH_MADE = lazy.compile(r"哪(?:些|几|[两三四五六七八九])[款种个代颗台部]?(?:的)?(?:产品|芯片|晶片|型号|车型|机型|药[物品]?|游戏|作品|品牌|系列)|\bwhich (?:\w+ ){0,2}(?:products|chips|models|drugs|medicines|games|cars|vehicles|phones|devices|brands|titles|aircraft|rockets)\b")
# By whom something is made or supplied is told by a firm, or by a word for making it.
_MADE_BY = lazy.compile(r"哪[一]?[家间个](?:[^,?的]{0,4}(?:公司|厂|企业|供应商))?[^,?的]{0,2}(?:制?造|做|生产|代工|供应|供货|供给|提供|产)(?:的|$|[?])|\bwho (?:makes|made|builds|built|supplies|supplied|produces|produced)\b|\b(?:which|what) (?:\w+ ){0,2}(?:company|firm|supplier|maker|factory) (?:makes|made|builds|built|supplies|supplied|produces|produced)\b")
_MAKES = lazy.compile(r"造|产(?!品|能|业|权)|供[应货给]|代工|自[研制]|提供|开发|研发|\b(?:ma[dk]e\w*|buil\w+|suppl\w+|produc(?:e|es|ed|ing)|manufactur\w+|from)\b")
# A day as of which something stands is no time at which it happened: 截至2025年底營運94艘.
_AS_OF = lazy.compile(r"(?:截[至止]|截止)[^,;。]{0,14}|\b(?:as (?:of|at)|by|at) (?:the )?(?:end|close)[^,;.]{0,20}|\bas (?:of|at) [^,;.]{0,20}")
_A_TIME = lazy.compile(
    r"\d{1,2}月|\d[日号]|(?<!\d)(?:19|20)\d\d(?!\d)|[一二三四五六七八九十]{1,2}[月日号]|[去今明前后]年|[本上下]个?[月周季]|[昨今明]日|季|周[一二三四五六日]|星期|年底|年初|年中|年前|月[前后底初]|"
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:yesterday|today|tomorrow|quarter|half|year|years|month|months|week|weeks|decade)\b"
)
_SEVERAL = 2  # rounds of funding
_KEPT = 0.5  # how much of a word a sentence must say


def of_kind_asked(question: Question, chosen: list[Scored], fitting: Fitting, search: Search) -> list[Scored]:
    """Return the sentences that rank, where the first is asked for; that name firms, things or people, where these are."""
    if question.extreme in ("max", "min") and question.kind == "superlative":
        chosen = [c for c in chosen if fitting.ranks(c.sentence, question)]
    if question.wants == "person" and len({m.group() for m in ROUND.finditer(question.folded)}) == 1:  # who led one round is not plain where two are told of
        chosen = [c for c in chosen if len({m.group() for m in ROUND.finditer(fold(c.sentence.text))}) < _SEVERAL]
    if question.wants == "date":
        chosen = [c for c in chosen if not _AS_OF.search(told := fold(c.sentence.text)) or _A_TIME.search(_AS_OF.sub(" ", told))]
    if question.kind != "list":
        other_firm = WHICH_FIRM.search(question.folded)  # 是哪家代工的: not told by a sentence that says nothing of it and names nobody
        unsaid = [c for c in chosen if other_firm and question.needs and all(search.holds(n, c.sentence.id) < _KEPT for n in question.needs)]
        if _MADE_BY.search(question.folded):
            unsaid += [c for c in chosen if not _MAKES.search(fold(c.sentence.text))]
        return [c for c in chosen if c not in unsaid or fitting.names_other_firm(c.sentence, question)]
    if _WHICH_FIRMS.search(question.folded):
        chosen = [c for c in chosen if fitting.names_another(c.sentence, question)]
    if _WHICH_MADE.search(question.folded):
        chosen = [c for c in chosen if fitting.shows_things(c.sentence, question)]
    people = not _WHICH_PEOPLE.search(question.folded) or any(fitting.people(c.sentence) for c in chosen)
    return chosen if people else []
