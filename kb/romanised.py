"""What an English text calls a firm that is known by a Chinese name alone: its sound, and what kind of firm it is.

馭嵐汽車 is Yulan Auto, or Yulan Motors. Leaves out firms with an English name of their own, and names that do not tell
what kind of firm they are: a sound alone is shared by too many.
"""

from __future__ import annotations

from kb import sounds
from kb.model import Entity
from kb.text import fold

# The end of a name, folded, and the English words for it, the usual one first, with a hyphen for a space. Longer ends stand before shorter ones.
_KINDS = {
    "新能源汽车": "auto automotive motors ev", "新能源": "energy new-energy power", "汽车": "auto automotive automobile motor motors",
    "机器人": "robotics robot robots", "微电子": "microelectronics micro semiconductor", "半导体": "semiconductor semiconductors semi", "电子": "electronics",
    "能源": "energy power", "动力": "power dynamics", "科技": "technology technologies tech", "智能": "ai intelligence intelligent technology smart", "智慧": "intelligence smart",
    "生物": "biotech bio biologics biopharma biosciences", "医药": "pharma pharmaceutical pharmaceuticals medicine", "制药": "pharma pharmaceutical pharmaceuticals",
    "药业": "pharma pharmaceutical pharmaceuticals", "医疗": "medical healthcare", "银行": "bank", "证券": "securities", "保险": "insurance", "资本": "capital", "基金": "fund",
    "光电": "optoelectronics photonics optics opto", "材料": "materials", "通信": "communications telecom", "通讯": "communications telecom", "网络": "networks network",
    "软件": "software", "数据": "data", "咨询": "consulting", "研究院": "research institute", "研究": "research", "重工": "heavy-industries heavy", "航空": "airlines air aviation",
    "航运": "shipping", "物流": "logistics", "集团": "group", "控股": "holdings", "食品": "foods food", "电池": "battery batteries", "锂电": "battery lithium lithium-battery",
    "精密": "precision", "仪器": "instruments", "存储": "storage memory", "芯片": "chip chips", "资源": "resources", "矿业": "mining", "钢铁": "steel", "化工": "chemical chemicals",
    "鲜生": "fresh", "生鲜": "fresh", "超市": "supermarket supermarkets mart", "百货": "department-store department-stores", "酒店": "hotels hotel", "餐饮": "catering restaurants", "乳业": "dairy",
    "地产": "properties property real-estate", "置业": "properties property", "教育": "education", "游戏": "games", "互动": "interactive entertainment", "传媒": "media", "影业": "pictures films film",
    "运动": "sports", "服饰": "apparel", "家居": "home furnishings", "咖啡": "coffee", "电器": "electric appliances", "电气": "electric", "装备": "equipment", "微装": "micro equipment",
    "出行": "mobility", "智驾": "autonomous driving", "智行": "mobility intelligent", "计算": "computing", "微": "micro", "创投": "ventures venture-capital capital", "租车": "car-rental", "快递": "express", "重卡": "trucks",
}  # fmt: skip
_STEM = (2, 3)  # characters


def romanised(entity: Entity) -> list[str]:
    """Return the folded English names that a firm with a Chinese one alone goes by, [] where its name tells no kind.

    >>> romanised(Entity("x", "company", {"zh-Hant": "馭嵐汽車"}, ("馭嵐汽車",)))
    ['yulan auto', 'yulan automotive', 'yulan automobile', 'yulan motor', 'yulan motors']
    >>> romanised(Entity("x", "company", {"zh-Hant": "馭嵐汽車", "en": "Avenir"}, ()))
    []
    """
    if entity.kind != "company" or "en" in entity.names or any(a.isascii() for a in entity.aliases):
        return []
    name = fold(next(iter(entity.names.values()), ""))
    kind = next((k for k in _KINDS if name.endswith(k)), "")
    stem = name.removesuffix(kind)
    if not kind or len(stem) not in _STEM:
        return []
    sound = "".join(next(iter(sounds.pinyin(stem)), ()))
    if not sound.isascii() or not sound:
        return []
    return [f"{sound} {word.replace('-', ' ')}" for word in _KINDS[kind].split()]
