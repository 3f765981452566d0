"""What a product has and is told by: its battery, screen, colours, in both languages and by their other names.

"Which chip", 屏幕多亮, "how long does the battery last": one of these is asked for, and a line of a sheet is of one.
"""

from __future__ import annotations

from kb import lazy

# What each is called; folded.
PARTS = tuple(
    (name, lazy.compile(words))
    for name, words in (
        ("colours", r"颜色|配色|(?:几|多少|哪些?|什么|啥)(?:种|款|个)?色|色系|[两三四五六七八]色|(?<!全)(?:车身|机身|外观)?色(?:彩|款)|\bcolou?rs?\b|\bfinishes\b|\bcolou?rways?\b"),
        ("battery", r"电池|电芯|电量|毫安|\bbatter(?:y|ies)\b|\bcells?\b|\bmah\b"),
        ("display", r"屏幕?|萤幕|荧幕|显示(?:器|屏)?|面板|\bdisplays?\b|\bscreens?\b|\bpanels?\b"),
        ("camera", r"镜头|相机|摄像|拍照|像素|画素|\bcameras?\b|\bmegapixels?\b"),
        ("lenses", r"镜片|\blens(?:es)?\b"),
        ("chip", r"芯片|晶片|处理器|\bchips?\b|\bprocessors?\b|\bsoc\b"),
        ("memory", r"(?<!机身)内存|记忆体|\bmemory\b|\bram\b"),
        ("storage", r"储存(?:空间|容量)?|存储|机身内存|\bstorage\b"),
        ("weight", r"重量|多重|有多?重|单?[耳机车]?重(?=\d)|\bweigh(?:s|t)?\b|\bheavy\b"),
        ("noise", r"噪[音声]|分贝|\bnoise\b|\bdecibels?\b|\bloud\b"),
        ("languages", r"(?:几|多少|\d+)(?:种|门)?(?:语言|外语)|翻译|语种|\blanguages?\b|\btranslat\w+"),
        ("water", r"防水|\bwater(?:proof|[- ]resist\w*)\b|\bip\d\d\b"),
        ("warranty", r"保固|质保|保修|\bwarrant(?:y|ies)\b|\bguarantees?\b"),
        ("view", r"视场|视野|视角|\bfield of view\b|\bfov\b"),
        ("brightness", r"亮度|多亮|尼特|\bbright(?:ness)?\b|\bnits\b"),
        ("motor", r"马达|电机|\bmotors?\b"),
        ("engine", r"引擎|发动机|\bengines?\b"),
        ("brakes", r"刹车|煞车|制动|\bbrakes?\b"),
        ("frame", r"车架|框架|镜框|\bframes?\b"),
        ("case", r"充电盒|\b(?:charging )?case\b"),
        ("suction", r"吸力|\bsuction\b"),
        ("radar", r"雷达|\b(?:li|ra)dars?\b"),
        ("range", r"续航|跑多远|开多远|里程|\brange\b"),
        ("runtime", r"续航|(?:用|撑|扫|飞|听|播放?|掃)[得能可]?(?:多久|几个?小时|多长时间)|使用时间|\bbattery life\b|\bhow long does\b|\blast\b"),
        ("charging", r"充电(?!盒)|快充|\bcharg(?:e|es|ing)\b"),
        ("size", r"尺寸|体积|\bdimensions?\b|\bsize\b"),
        ("height", r"高度|多高|\bheight\b|\btall\b"),
        ("capacity", r"容量|\bcapacity\b|\bvolume\b"),
        ("sensors", r"传感器|感测器|\bsensors?\b"),
        ("material", r"材质|材料|\bmaterials?\b"),
        ("connectivity", r"蓝牙|连接|无线|\bbluetooth\b|\bwi-?fi\b|\bconnectivity\b"),
    )
)
_COLOUR_ZH = r"(?:[\u3400-\u9fff]{0,3}[黑白灰蓝红绿银金紫粉橙棕黄青褐米肤]色?)"
_COLOUR_EN = r"(?:[a-z-]+ )?(?:black|white|gr[ae]y|blue|red|green|silver|gold|purple|pink|orange|brown|yellow|beige|navy|teal|graphite|sand|bronze|ivory|cream|charcoal|titanium)"
# A row of colours, where no word for them stands: "in black, white and a translucent purple".
COLOURS = lazy.compile(rf"{_COLOUR_ZH}(?:[、,]{_COLOUR_ZH})*[、,和与及或]{_COLOUR_ZH}|\b{_COLOUR_EN}(?:, (?:an? )?{_COLOUR_EN})*,? (?:and|or) (?:an? )?{_COLOUR_EN}\b")


def parts_in(folded: str) -> frozenset[str]:
    """Return which of these a folded text speaks of.

    >>> sorted(parts_in("what colours does it come in")), sorted(parts_in("电池多大")), sorted(parts_in("who runs it"))
    (['colours'], ['battery'], [])
    """
    return frozenset(name for name, words in PARTS if words.search(folded))
