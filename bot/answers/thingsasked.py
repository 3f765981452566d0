"""Two things that a question sets against each other: "how much more is the X5 than the X4", A版比B版貴多少.

Reads who is asked about and in what way they are compared from a folded question; knows no article.
"""

from __future__ import annotations

from typing import NamedTuple

from kb import lazy

_PRICED = "贵|便宜|省|划算"
_WAYS = "贵|便宜|省|高|低|多|少|大|小|重|轻|长|短|快|慢|厚|薄|远|强|领先|落后"
_MORE = r"(?:出|了|卖|赚|要|能|收|开|交|付|产|做|拿|用|花|掉|上)*"
_HOW_MUCH = r"(?:[^,?贵便宜高低多少大小重轻]{0,4}?)(?:多少|几(?!乎)|百分之)"
_ZH = (
    lazy.compile(rf"(?P<a>[^,?:比]{{1,40}}?)(?:比起|比|相较于?|较)(?P<b>[^,?]{{1,28}}?)(?:还|又|要|则|更|来得|能|可以|(?:每|每?[一单])(?:颗|台|辆|件|个|部|片|股|桶|瓶|年|个?月|张|套|次|支|顿|只|吨|公斤|升|平方?米|股|条|块|间|座|架|艘|家|人))*(?P<way>{_WAYS}){_MORE}{_HOW_MUCH}"),
    lazy.compile(r"(?P<a>[^,?:]{1,40}?)(?:和|与|跟|同|、)(?P<b>[^,?]{1,28}?)(?:之间)?(?:的)?(?P<what>售价|价格|价钱|定价|报价|单价|价)?(?:之间)?(?P<way>相差|价差|差价|差距|差)(?:是|有|了|到)?(?:多少|几)"),
    lazy.compile(r"(?P<a>[^,?:]{1,40}?)(?:是|相当于|为|等于)(?P<b>[^,?]{1,28}?)的?(?P<way>几倍|多少倍|百分之(?:几|多少))"),
)
_WAY = r"(?:cheaper|dearer|pricier|costlier|more expensive|less expensive|heavier|lighter|longer|shorter|bigger|smaller|larger|taller|faster|slower|higher|lower|more|less|fewer)"
_BE = r"(?:is|are|was|were|does|do|did|has|have|will|would)"
_EN = (
    lazy.compile(rf"\bhow (?:much|many)(?: (?!{_WAY})[\w%]+){{0,3}} (?P<way>{_WAY})(?: [\w%]+){{0,3}}? {_BE} (?P<a>.+?) than (?P<b>.+?)[?.]?$"),
    lazy.compile(r"\b(?:price |cost |size |weight )?(?P<way>gap|difference)(?: in [\w ]+?)? between (?P<a>.+?) and (?P<b>.+?)(?: in [\w$%]+)?[?.]?$"),
    lazy.compile(r"^(?:what(?:'s| is| was) the )?(?P<a>.+?) (?:vs\.?|versus|and|over) (?P<b>.+?)[,:]? (?:price |cost |weight )?(?P<way>difference|gap)[?.]?$"),
    lazy.compile(r"\bhow (?:much|many \w+) (?P<way>more|less) (?:does|do|did|would|will) (?P<a>.+?) (?:cost|sell for|go for|weigh|charge) than (?P<b>.+?)[?.]?$"),
    lazy.compile(r"\bby how (?:much|many \w+) (?:does|do|did|is|was) (?P<a>.+?) (?P<way>undercut|outweigh|outsell|outnumber|beat|exceed|surpass|top|trail|lag(?: behind)?|miss|fall short of|cheaper than|above|below) (?P<b>.+?)[?.]?$"),
    lazy.compile(rf"\bhow (?:much|many) (?P<way>more|fewer|less) (?P<a>(?!{_BE}\b)[^?]+?) than (?P<b>[^?]+?)[?.]?$"),
    lazy.compile(r"\bhow many times (?:the|that of|as \w+ as)?\s?(?P<b>.+?) (?P<way>is|are|was) (?P<a>.+?)[?.]?$"),
)
_PRICE = lazy.compile(
    rf"{_PRICED}|价|多少钱|几多钱|几块|\b(?:cheap\w*|dear\w*|pric\w+|cost\w*|expensive|undercut|sell for|go for|quoted?|charge)\b"
)
_WEIGHT = lazy.compile(r"[重轻][了出]?(?:多少|几)|\b(?:heav\w+|light\w+|weigh\w*)\b")


class Two(NamedTuple):
    """What is set against what, whether by price or weight, and whether the answer is a difference, per cent or times."""

    one: str
    other: str
    result: str  # difference | percent | times | share
    price: bool
    weight: bool


def two_things(folded: str) -> Two | None:
    """Return the two things a folded question compares by how much, None where it does not.

    >>> two_things("zeno 9比zeno 8一颗贵多少美元?")
    Two(one='zeno 9', other='zeno 8', result='difference', price=True, weight=False)
    >>> two_things("how many dollars more is the ridge x5 quoted at than the x4?").one
    'the ridge x5 quoted at'
    >>> two_things("四驱版和标准版价格差多少").other
    '标准版'
    """
    for pattern in (*_ZH, *_EN):
        if found := pattern.search(folded):
            way = found["way"]
            shared = "百分" in way
            result = "share" if shared else "times" if "倍" in way or "times" in found.group() else "percent" if "百分" in found.group() or "%" in folded or "per cent" in folded or "percent" in folded else "difference"
            return Two(found["a"].strip(), found["b"].strip(), result, bool(_PRICE.search(folded)), bool(_WEIGHT.search(folded)))
    return None
