"""Sentences that say what something is, by the words around its name. Folded."""

from __future__ import annotations

from kb import lazy

_A = r"(?:一[家种款个名类项套片]|国内|中国|全球|台湾|世界|专门?|家|由|用于?|面向|以|指)"
_KIND = r"(?:公司|企业|供应商|制造商|服务商|开发商|经销商|业者|厂商?|商|平台|品牌|技术|模式|规则|芯片|系统|功能|方法|产品|架构|软[体件]|马达|工具|人员|机构|系列|引擎|算法|材料|药物|服务)"


_IT = "ꝏ"  # stands for the name, so that the patterns are compiled once; a letter, as names begin and end with
_N = _IT + r"(?:模式|技术|平台|系统)?[”」\"]?\)?(?: ?\([^)]*\))?"
_SO_CALLED = lazy.compile(rf"所谓(?:的)?{_N}|{_N}[,(]?(?:是?指|意指|指的是|即)")
_SAYS_WHAT = tuple(
    lazy.compile(p)
    for p in (
        rf"{_N}[^,。;]{{0,12}}(?:,[^,。;]{{0,14}}){{0,2}}?,?(?:是|为){_A}",
        rf"{_N}[^,。;]{{0,6}}(?:是|为)[^,。;]{{2,40}}{_KIND}(?=[,。;]|$)",
        rf"所谓(?:的)?[^,。;]{{0,12}}{_N}|{_N}[,(]?(?:简单[来地]?[说讲]|说白了|换句话说)?(?:即|也就是|就是|是?指|意指|指的是)|{_N}[,(]?(?:the )?(?:ratio|share|number|practice|process|internal \w+)\b",
        rf"(?:旗下|自研|自行研发|自主研发)[^,。;]{{0,12}}?{_KIND}?[“「\"]?{_N}|{_KIND}[“「\"]{_N}",
        rf"{_N}[^,。;]{{0,10}},(?:专[门做注营]|主[营打要]|从事|生产|提供|能|可|用来|用于)",
        rf"\b{_N},? (?:is|are|was|refers to|stands for|means) (?:an?|the|one|made|driven)\b",
        rf"\b{_N},? (?:or \w+, )?(?:an?|the|its|which) [^.;]{{3,90}}(?:,|\.|$)",
        rf"\b(?:called|named|known as|dubbed|or) [“\"]?{_N}",
        rf"\b(?:maker|start-up|company|platform|software|printer|brand|chain|owner|unit|controller|insurer|chipmaker|firm),? (?:called )?{_N}",
    )
)


def says_what(folded: str, name: str) -> bool:
    """Return whether a folded sentence says what a name is: "X, …, is a …", 所謂X, "called X", "X, a maker of …", 旗下平台X.

    >>> says_what("洛河电子总部在苏州,是一家电源芯片供应商", "洛河电子"), says_what("洛河电子公告,总监辞职", "洛河电子")
    (True, False)
    """
    told = folded.replace(name, _IT)
    return name in folded and any(p.search(told) for p in _SAYS_WHAT)


def so_called(folded: str, name: str) -> bool:
    """Return whether a folded sentence says what a term means: 所謂X, X是指….

    >>> so_called("所谓半固态,是指电解质含少量液体", "半固态")
    True
    """
    return _SO_CALLED.search(folded.replace(name, _IT)) is not None
