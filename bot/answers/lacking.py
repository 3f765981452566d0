"""A part of what is asked that an answer leaves out, whoever gives it: the degree, the rent and not the price, the names, the figures.

Each check is certain: what it refuses tells something beside what was asked.
"""

from __future__ import annotations

from bot.answer import Answer
from bot.question import Question
from kb import lazy, periods

_DEGREE = lazy.compile(r"学位|\bdegrees?\b(?! of| celsius| fahrenheit| [cf]\b)")
_DEGREE_TOLD = lazy.compile(
    r"学位|[学硕博]士|双学|本科|研究生|\b(?:degrees?|bachelor\w*|master\w*|doctora\w+|ph\.?d|mba|b\.?sc|m\.?sc|graduat\w+|studied)\b"
)
# How something is had, where not by buying it: each has a price of its own.
_MODES = tuple(
    (lazy.compile(asked), lazy.compile(told))
    for asked, told in (
        (
            r"(?<![房月年日承出招])租(?:的话|用|赁|下|回|一|要|来|借)[^,?]{0,10}(?:多少|几)|\b(?:rent|lease|hire)(?:d|s|ing)? (?:it|one|them)\b",
            r"租|\b(?:rent\w*|leas\w+|hire)\b",
        ),
        (r"分期(?:付|买|的话|每)|\binstal?lments?\b", r"分期|期|月付|\binstal?lments?\b|\ba month\b|monthly"),
        (r"二手的?(?:多少|几|要|卖|价)|\b(?:second-hand|used) (?:one|ones|price)\b", r"二手|\b(?:second-hand|used)\b"),
    )
)
# Who they are is asked, and the sentence says that it does not say.
_NAMES_ASKED = lazy.compile(r"\bnames? of\b|\bnamed?\b|\bwho are\b|\bwhich (?:\w+ ){0,3}?(?:customers|clients|investors|buyers|suppliers|banks|companies)\b|叫什么|名字|名称|哪[几两三四五六]?家|是谁|有谁|哪些(?:客户|公司|投资)")
_UNNAMED = lazy.compile(
    r"\b(?:none|neither|not one) of (?:whom|which|them) (?:it|he|she|they|the \w+) (?:named?|names|identified)\b|\b(?:did|does|would) not (?:name|identify)\b|\bdeclined to (?:name|identify)\b"
    r"|没有?点名|未点名|未(?:透露|披露|公布|公开)(?:其|具体|客户|买家|投资方)?的?(?:名称|名字|身份)|不愿(?:透露|公开)(?:名称|名字|身份)"
)
_SHOWN_SIDE_BY_SIDE = lazy.compile(r"\b(?:vs\.?|versus|against)\b|[?:,：] ?(?:this|last|the same) (?:quarter|year)|各(?:是|有|为)?(?:多少|几)|分别(?:是|为)?(?:多少|几)")
_A_NUMBER = lazy.compile(r"\d|[一二两三四五六七八九十百半][成倍亿万]|\b(?:doubl\w+|tripl\w+|half|twice)\b")


# Which post somebody holds is told by the name of one.
_POST_ASKED = lazy.compile(r"担任什么|任什么职|什么(?:职务|职位|头衔|官)|\bwhat (?:position|post|title|role)\b")
_POST_TOLD = lazy.compile(
    r"长(?![期年大久远达假])|官(?![方网司])|总[监裁经]|经理|主[席任管编]|董事|[究业队会成委]员|师|教授|顾问|秘书|合伙人|负责|执掌|掌管|接掌|主持|[创始办]人|会计|助理|代表|幕僚|制作|导演|编剧|主播|作家|画家|讲师|院士|c[a-z]o"
    r"|\b(?:chief|head\w*|directors?|managers?|presidents?|chair\w*|officers?|engineers?|research\w*|analysts?|partners?|\w*founder\w*|led|lead\w*|professors?|scientists?|secretar\w+|vice|ran|runs?|executives?|consultants?|architects?|advis\w+|design\w+|traders?|bankers?|accountants?|treasurer|lecturers?)\b"
)
# By how much something went down or up, in the words of one who asks, and that it went at all.
_MOVES = tuple(
    (lazy.compile(asked), lazy.compile(told))
    for asked, told in (
        (
            r"(?:砍|减|降|缩水?|削|下[调修])(?:掉|了|去|低|少)+(?:多少|几)|\bhow much (?:was|were|has|have|did) [^?]{2,60}\b(?:cut|lowered|reduced|trimmed|scaled back)\b",
            r"砍|[减降缩削]|下[调修滑跌]|少|由[^,;。]{1,24}[到至为]|从[^,;。]{1,24}[到至为]|剩|\b(?:cut|lower\w*|reduc\w+|trim\w*|scaled|down|from|fell|less|fewer|shrank|dropped)\b|[-−]",
        ),
    )
)
_DIMENSIONS = {"重": lazy.compile(r"重|克|公斤|吨|\d ?(?:g|kg|t)\b"), "厚": lazy.compile(r"厚|薄"), "宽": lazy.compile(r"宽"), "长": lazy.compile(r"长")}
_DIMENSION_ASKED = lazy.compile(r"多(?P<of>[重厚宽长])(?!时间|要|大)")
_TWO = 2


def leaves_out_a_part(question: Question, answer: Answer, said: str, route: str) -> bool:
    """Return whether an answer leaves out what a question asks for in so many words; `said` is what it says, folded."""
    folded = question.folded
    quoted = route in ("passage", "steps")
    if quoted and question.wants == "post" and _POST_ASKED.search(folded) and not _POST_TOLD.search(said):
        return True
    if route in ("passage", "told figure") and question.wants == "amount" and any(asked.search(folded) and not told.search(said) for asked, told in _MOVES):
        return True
    sizes = {m["of"] for m in _DIMENSION_ASKED.finditer(folded)}
    if len(sizes) >= _TWO and any(not _DIMENSIONS[d].search(said) for d in sizes):
        return True
    if route == "figures" and _of_one_time(question, answer):
        return True
    if _DEGREE.search(folded) and question.wants != "reason" and not _DEGREE_TOLD.search(said):
        return True
    if any(asked.search(folded) and not told.search(said) for asked, told in _MODES):
        return True
    if _NAMES_ASKED.search(folded) and question.wants in ("", "person") and _UNNAMED.search(said):
        return True
    figures = bool(question.measures or "year-before" in question.flags) and question.wants in ("", "amount", "ratio")
    return route == "passage" and figures and question.kind in ("compare", "fact") and bool(_SHOWN_SIDE_BY_SIDE.search(folded)) and not _A_NUMBER.search(said)


def _of_one_time(question: Question, answer: Answer) -> bool:
    """Whether two times are set against each other and what is told is of one of them, and no change: 去年底跟六月底相比."""
    if "compare" not in question.flags or question.kind == "superlative" or len(question.subjects) != 1 or not _AGAINST.search(question.folded):
        return False
    times = [m for m in periods.find(question.folded) if m.period.kind != "span"]
    told = {f.get("period", "") for f in answer.facts}
    changed = any(f.get("aspect", "value") != "value" for f in answer.facts)
    return len(times) >= _TWO and len(told) == 1 and bool(answer.facts) and not changed


_AGAINST = lazy.compile(r"[和跟与同比][^,?]{2,10}(?:相比|比较|对比|比起来)|对比|\b(?:vs\.?|versus|compared (?:with|to))\b")
