"""Whether several things are asked for, each with its partner, and a text tells of one: 做過哪幾筆授權,分別給了誰.

"Which deals, and with whom each" is not answered by one deal, unless the text itself says that it is the only one.
"""

from __future__ import annotations

from kb import lazy

_ASKED = lazy.compile(
    r"哪(?:些|几[笔家个款项种次位名座条]?)[^?]*?(?:分别|各自?(?!地|国|界|类|种)|各是)|(?:分别|各自?)[^?]{0,6}(?:是|给|卖|投|由)[^?]{0,4}(?:谁|哪)|"
    r"\b(?:which|what) (?:[a-z-]+ ){0,3}[a-z]{3,}s\b[^?]*\b(?:each|respectively|in turn)\b"
)
_WHICH_ONE = lazy.compile(r"第[一二两三四五六七八九十\d]+[个款项种家位笔]")  # 第二款產品: one
_TOLD = lazy.compile(
    r"[、;]|分别|以及|还有|此外|另[外一]|其一|第一|首笔|前者|唯一|只有|仅有|[^,。]{2,24}[和及与跟][^,。]{2,24}(?:分别|各|均|都|两|[,。]|$)|,? and |\b(?:both|the other|another|respectively|only|sole)\b"
)


def tells_of_one(asked: str, said: str) -> bool:
    """Return whether a folded question asks for several with their partners, and what is said, folded, tells of no more than one.

    >>> tells_of_one("公司做过哪几笔授权,分别给了谁", "公司把甲药的权益授予诺文。")
    True
    >>> tells_of_one("公司做过哪几笔授权,分别给了谁", "公司把甲药授予诺文,乙药授予瑟林;两笔共收1亿元。")
    False
    """
    return _ASKED.search(asked) is not None and not _WHICH_ONE.search(asked) and not _TOLD.search(said)
