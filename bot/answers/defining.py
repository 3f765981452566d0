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


# The word for what sort of thing it is, right before its name or right behind it: 三靶點藥物X, "X"主控, "its software stack, X".
_SORT = (
    r"(?:[芯晶]片|主控|处理器|加速卡|显卡|平台|品牌|系统|模型|机型|车型|型号|手机|手表|耳机|眼镜|相机|轿车|汽车|[皮货客卡]车|软[体件]栈?|游戏|手游|应用|药物?|新药|疫苗|疗法|抗体|激动剂|抑制剂|拮抗剂|注射液|制剂|候选药|框架|架构|"
    r"项目|计划|报告|指数|方案|材料|电池|电芯|机器人|无人机|卫星|火箭|引擎|工厂|餐厅|超市|杂志|节目|电影|剧集?|服务器|机柜|节点|集群|工具|系列|产品|算法|协议|工艺|设备|仪器?|路由器|光模块|助手|社区|子公司|工作室|基金|小说|专辑|展览|音箱|镜头|显示器|屏|床|椅|鞋|酒|茶|饮料|零食)"
)
_SORT_EN = r"(?:software stack|software|stack|chip|processor|accelerator|controller|platform|system|model|drug|antibody|vaccine|candidate|therapy|inhibitor|agonist|framework|architecture|robot|drone|satellite|rocket|engine|app|game|title|phone|handset|watch|headset|camera|car|suv|truck|van|sedan|vessel|ship|report|index|fund|scheme|project|plant|programme|service|tool|series|line|device|battery|cell|material|brand|chain|label|magazine|show|film|novel)"
_BESIDE_SORT = (
    lazy.compile(rf"{_SORT}(?:叫做?|名为|名叫|称为)?:? ?[“「『《\"']?{_IT}"),
    lazy.compile(rf"{_IT}(?:[”」』》\"']的?| ){_SORT}"),
    lazy.compile(rf"\b{_SORT_EN}s?,? (?:called |named |dubbed )?[“\"']?{_IT}"),
    lazy.compile(rf"{_IT}[”\"']? (?:rack-scale |[a-z]+ ){{0,2}}{_SORT_EN}\b"),
)


def beside_its_sort(folded: str, name: str) -> bool:
    """Return whether a folded sentence has the word for what sort of thing a name is right beside it.

    >>> beside_its_sort("把三靶点药物ay-12卖给乙", "ay-12"), beside_its_sort("ay-12卖给乙", "ay-12")
    (True, False)
    """
    told = folded.replace(name, _IT)
    return name in folded and any(p.search(told) for p in _BESIDE_SORT)


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
