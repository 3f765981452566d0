"""What something is: the sentence must say so, by a verb, beside the name or by the word for its kind before it, and not only name it."""

from __future__ import annotations

import re

from bot.answers.defining import says_what
from bot.answers.demands.told import Told
from kb import lazy
from kb.text import fold

_IT = "ꝏ"  # stands for the name, so that the patterns are compiled once
_KINDS = (
    r"(?:[芯晶]片|处理器|平台|品牌|系统|模型|机型|型号|手机|手表|耳机|眼镜|相机|汽车|轿车|车型|公司|厂商?|企业|集团|基金|银行|证券|保险|软[件体]|硬件|游戏|手游|应用|app|药物?|新药|疫苗|疗法|抗体|框架|架构|技术|项目|计划|航司|廉航|航空|"
    r"子公司|工作室|机构|指数|方案|材料|电池|电芯|机器人|无人机|卫星|火箭|引擎|工厂|[商门]店|餐厅|连锁|超市|药房|杂志|媒体|节目|频道|电影|片|剧|专辑|服务|工具|系列|产品|算法|协议|标准|工艺|制程|车|船|机|站|矿|电站|风场|园区|基地|大楼|中心|医院|学校|大学|协会|联盟|组织|创办人|作|款|代|部|业务)"
)
# The name, with what may stand around it, as the thing that a sentence says something of.
_TELLS = tuple(
    lazy.compile(p)
    for p in (
        rf"{_KINDS}(?:叫做?|名为|名叫|称为)?[,:]?[“「『《\"']?{_IT}",
        rf"{_IT}[”」』》\"']?(?:\([^)]*\)|（[^）]*）)?(?:的)?{_KINDS}",
        rf"{_IT}[”」』》\"']?(?:\([^)]*\))?[^,;。]{{0,12}}?(?:是|即|指|为|意[为即指]|叫|称|属于?|定位|主打|专[注攻做营门]|致力|提供|生产|从事|经营|采用|搭载|配[备有]?|负责|用[于来]|可[以]?|能|号称|创[立办]于|成立于|总部|由[^,;。]{{1,20}}(?:创|开发|推出|研发|制|设计|成立|运营|打造))",
        rf"(?:推出|发布|发表|自研|研发|开发|打造|旗下|名为|叫做?|所谓的?|称为|称作|俗称|又称|简称|即|首款|首个|主力|旗舰)[^,;。]{{0,16}}?[“「『《\"']?{_IT}",
        rf"[(]{_IT}[)]|{_IT}[”」』》\"']?[(]",
        rf"{_IT}['\"”’]?,? ?(?:which|who|that|is|are|was|were|refers?|stands?|means?|makes?|sells?|runs?|builds?|offers?|provides?|owns?|operates?|lets?|uses?|measures?|based|founded|known|whose)\b",
        rf"{_IT}['\"”’]?,? (?:an?|the|its|their|one|formerly|maker|part of)\b",
        rf"\b(?:called|named|dubbed|known as|or|so-called|nicknamed|codenamed|brand(?:ed)?|launch\w*|unveil\w*|releas\w+|introduc\w+|develop\w*)(?: (?:its|the|an?|their|\w+)){{0,5}} [“\"'‘]?{_IT}",
        rf"(?:\b(?:its|the|an?|their|new|own|[a-z]+'s|[a-z]+-based|[a-z]+) )(?:[a-z-]+ )*(?:maker|start-?up|company|platform|software|printer|brand|chain|owner|unit|controller|insurer|chipmaker|firm|chip|model|app|tool|system|game|drug|fund|bank|index|project|series|line|phone|car|truck|robot|drone|satellite|rocket|engine|service|subsidiary|studio|developer|producer|group|agency|retailer|carrier|airline|operator|supplier|processor|device|battery|material|standard|programme?|scheme|site|plant|mine|title|novel|film|label|magazine|analyst|broker|consultancy|sequel|debut),? [“\"'‘(]?{_IT}",
    )
)
# The name as something that only stands with another: "$3 million for X".
_PASSING = lazy.compile(
    rf"\b(?:for|of|to|with|from|by|in|on|at|against|than|and|over|into|after|before|like|including|via|per)(?: the| its| their| an?)? [“\"'‘]?{_IT}"
)
_NAMES_ONLY = lazy.compile(r"简称(?:变更|改)?为|更名|\brenamed\b")


def tells_what(folded: str, name: str) -> bool:
    """Return whether a folded sentence says what a name is, and does not only name it.

    >>> tells_what("主力训练芯片“岳麓”r200采用7纳米工艺", "岳麓"), tells_what("it cost $22 million, against $3.5 million for hollow orchard", "hollow orchard")
    (True, False)
    """
    if name not in folded:
        return False
    if says_what(folded, name):
        return True
    text = folded.replace(name, _IT)
    return any(p.search(text) for p in _TELLS)


def passed_by(folded: str, name: str) -> bool:
    """Return whether each time a folded sentence names something it does so only behind a preposition or as a new name.

    >>> passed_by("against $3.5 million for hollow orchard, and recouped that", "hollow orchard")
    True
    """
    text = folded.replace(name, _IT)
    return bool(_NAMES_ONLY.search(text)) or len(_PASSING.findall(text)) == text.count(_IT)


def only_named(told: Told) -> bool:
    """Return whether what something is is asked, and no sentence told says so."""
    question = told.question
    if question.kind != "definition" or not told.sentences:
        return False
    names = _called(told)
    texts = [
        re.sub(r"(?<=[\u3400-\u9fff])[“”「」『』\"]|[“”「」『』\"](?=[a-z\d\u3400-\u9fff])", "", fold(s.text))
        for s in told.sentences
    ]
    held = [(t, n) for t in texts for n in names if n in t]
    if not held:
        return False  # what is told names it by a word of another language
    return not any(tells_what(t, n) for t, n in held) and all(passed_by(t, n) for t, n in held)


def _called(told: Told) -> list[str]:
    """What is asked about may be called, folded, without marks of quotation."""
    entities = told.evidence.library.names.entities
    phrase = fold(told.question.phrase or "")
    of = [
        i
        for g in told.question.subjects
        for i in g
        if any(fold(n) in phrase or phrase in fold(n) for n in (*entities[i].names.values(), *entities[i].aliases))
    ]
    names = {phrase, *(fold(n) for i in of for n in (*entities[i].names.values(), *entities[i].aliases))}
    return sorted((re.sub(r"[“”「」『』\"]", "", n).strip() for n in names if n.strip()), key=len, reverse=True)
