"""Which of the sentences chosen name the kind of thing that a question asks for: firms, people, what somebody makes."""

from __future__ import annotations

from bot.answers.fitting import Fitting
from bot.asked import WHICH_FIRM
from bot.question import Question
from kb import lazy
from kb.search import Scored, Search

_WHICH_FIRMS = lazy.compile(
    r"(?:哪些|哪几[家间]|哪[两三四五六]家)[^,，有设是]{0,8}?(?:公司|厂商?|企业|机构|银行|品牌|股)|[几两三四五六七八]家[^,，]{0,12}?是?哪几[家间]|"
    r"\bwhich (?:\w+[- ]){0,3}?(?:companies|firms|banks|makers|suppliers|brands|vendors|houses|stocks)\b"
)
_WHICH_PEOPLE = lazy.compile(r"哪[几些][个位名]?(?:人|高管|股东|创办人|创始人|董事)(?!工)|哪[几两三四五六][位名]|\bwhich (?:\w+ ){0,2}(?:people|persons|executives|directors|officials|analysts)\b")
_WHICH_MADE = lazy.compile(r"哪(?:些|几|[两三四五六七八九])[款种个代颗台部]?(?:的)?(?:产品|芯片|晶片|型号|车型|机型|药[物品]?|游戏|作品|品牌|系列)|\bwhich (?:\w+ ){0,2}(?:products|chips|models|drugs|medicines|games|cars|vehicles|phones|devices|brands|titles|aircraft|rockets)\b")
_KEPT = 0.5  # how much of a word a sentence must say


def of_kind_asked(question: Question, chosen: list[Scored], fitting: Fitting, search: Search) -> list[Scored]:
    """Return the sentences that rank, where the first is asked for; that name firms, things or people, where these are."""
    if question.extreme in ("max", "min") and question.kind == "superlative":
        chosen = [c for c in chosen if fitting.ranks(c.sentence, question)]
    if question.kind != "list":
        other_firm = WHICH_FIRM.search(question.folded)  # 是哪家代工的: not told by a sentence that says nothing of it and names nobody
        unsaid = [c for c in chosen if other_firm and question.needs and all(search.holds(n, c.sentence.id) < _KEPT for n in question.needs)]
        return [c for c in chosen if c not in unsaid or fitting.names_other_firm(c.sentence, question)]
    if _WHICH_FIRMS.search(question.folded):
        chosen = [c for c in chosen if fitting.names_another(c.sentence, question)]
    if _WHICH_MADE.search(question.folded):
        chosen = [c for c in chosen if fitting.shows_things(c.sentence, question)]
    people = not _WHICH_PEOPLE.search(question.folded) or any(fitting.people(c.sentence) for c in chosen)
    return chosen if people else []
