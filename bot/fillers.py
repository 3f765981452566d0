"""Words that make a question fluent and ask nothing an answer must hold: 來著, "in money terms", 兩邊講法.

Each class is read elsewhere for what it is: a change (`bot.answers.changes`), a wish for all versions
(`bot.questionwords.EITHER`), a conversion. Here it is only taken out of what a sentence must say.
"""

from __future__ import annotations

from bot.reasonwords import FRAMES, METHOD
from kb import lazy

_ZH = (
    r"(?<![最至得])[多少涨跌掉升降增减](?:了|出来?)(?=多少|几|$|[,?。]|[那这]么多|百分)",  # a change
    r"[那这]么[多少大高长久低快]",
    r"至今|迄今",
    r"(?:那|这)句(?=关于|有关|谈|说|讲|提|对)|(?:的)?原话(?:是|怎么说)?|来[着著]|(?:[哪这那一]一?)?句话|[哪这那]一?句(?=$|[?。,])",
    r"在?(?:什么|哪个|哪种|哪场|何种|啥)(?:场合|活动|会议|大会|展会)(?:上|里|中)?|(?:有|具有?)?(?:什么|何|啥)(?:重大|特殊|特别|重要)?意义|意义(?:何在|是什么|在哪里?)|(?:这么|那么|如此|很|特别)重要",
    r"折合(?:成)?|折成|折算[成为]?|换算[成为]?|约合",
    r"给?自己所?[定订设立]下?的",
    r"多?大规模的?",
    r"给(?:我|个)(?:[^,。?]{0,6}(?:区间|范围)|个?数字?)?",
    r"(?:[说讲写]的)?(?:对[得不]上|一不一致|一致|一样|吻合)吗?$|(?:[说讲写]法|口径)(?:一致|一样|相同|吻合)吗?|有(?:没有)?出入吗?|(?:[两各]边|各家(?:媒体)?)(?:的)?(?:[说讲写]法|口径)?|(?:[说讲写]法)?差在哪里?",
    r"哪一?[家间个](?:券商|投行|大行|证券公司|证券行|投顾|研究机构|机构)(?:的)?(?:人|分析师)?(?=$|[,?。啊呀呢])",
    r"[给畀俾](?:各|所有)?(?:小|大)?股东(?=多少|几|$|[?,。啊呀呢])",
    r"印象中|我记得|好像|[听据]说|有[的人]说|是?真的吗|属实吗|(?:是不是|是否)真的?",
    r"(?:归母|扣非)?口径",
    r"(?:现在|如今)?[一每](?:吨|公斤|千克|斤|片|颗|桶|盎司|股|瓶|台|辆|部)(?=要?(?:卖)?(?:多少|几))",
    r"(?:破|突破|超过|超|过|达到?|有到?|到)(?:了)?[一二两三四五六七八九十百千万亿\d.]+(?:万|亿|%|个?百分点)?(?:[港美日欧]?元|人民币)?(?:大关)?(?:了)?(?:没有?|吗)(?=$|[?,。])",  # the figure tells whether
    r"[\u3400-\u9fff](?:总|董)(?:自己)?(?=怎么|说|觉得|估|看|讲|认为|$|[?,])|(?:自己|本人)?(?:是?怎么)(?:估|预计|判断)的?(?=$|[?,。])|自己怎么?(?:看|说|算|讲)的?|(?:他|她)?(?:自己|本人)(?=估|预计|觉得|认为)",
    r"等于(?=[^,?。]{0,12}(?:几[倍成]|多少倍|百分之几))|(?:开业|创业|创立|创办|成立|有史)以来(?=最|头)|[这那]阵子|前?一阵子|顺势",
    r"(?:主要|大多|都)?来自(?=(?:哪些|哪几)[^?]{1,10}[,?、]?[^?]{0,4}(?:各自?|分别)占)",
    rf"(?:靠|凭|凭借|借助|透过|通过|用|以|有|是|采取|采用|使出)?(?:的|了)?(?:是|就是)?(?:什么|啥|哪些|哪种|何种)(?:样|种)?的?{METHOD}",
    r"(?:对此|就此|对于?[这那][件项个]?(?:事情?|举|做法|决定|安排|消息)?)?(?:有(?:过|着)?|给出?|作出|做出|抱持?|持)(?:了|的)?(?:什么|何|啥|怎样的?|哪些|甚么)(?:样的?)?(?:评价|看法|说法|评论|解读|点评|观点|见解|评语)",
    r"(?:这|那)(?:件|个|项|桩|回)?(?:事情?|举动|做法|决定|安排)(?=$|[?,。])|^(?:依照?|按照?|照|据|根据)(?=[^,?]{2,12}的(?:看法|说法|观点|意见|见解|判断|意思))|(?<=的)(?:看法|说法|观点|意见|见解|判断|意思)(?=,)",
    r"(?:^|(?<=,))[^,?]{0,10}(?:篇|则)?(?:文章|报道|报导|新闻|稿子|专访|访谈)(?:里头?|中|上|里面)?(?:有没有|是否|有无|有)(?:提到|提及|说到|讲到|写到|谈到|说|讲|写)(?:过)?,?",
    r"(?<=[在到])(?:了)?什么(?:上面|方面|地方|事情?|东西)上?|[掏花付]钱(?=[来去]?买)",
    r"[那这](?:份|篇|则|个)(?:报告|研报|纪要|文章|报导|报道|新闻|公告|稿子|访谈|专访)(?:里面?|中|上)?",
    r"官方(?:所)?(?:[定说给]|公布|公告|宣布|给出|表示)的(?=[^,?。])",
    r"(?:[那这该]篇?)?[\u3400-\u9fff]{0,2}(?:盘点|人物|综述|特写|分析|评论|整理|专访|预告|财报)(?:文章?|稿)(?:里头?|中|里面)?(?:有|一共|总共)*(?:[写提说讲列谈点](?:到|及|出|了|名)*(?:的?时候)?)?",
    r"(?:^|(?<=[,?。在]))(?:[这本上]一?|今年?)[次波轮个季]?(?:的)?(?:财报|业绩|年报|季报|预告|公布)(?:季|潮|期|旺季)(?:里|中|期间)?",
    r"当初|后来|反而|反倒|居然|竟然?|倒是",
)
_EN = (
    r"(?<=\w )(?:note|profile|piece|story|write-up|roundup)\b(?=\W*$|,)|\b(?:according to|per|in|from) the (?=[\w'’ -]{2,30} (?:note|profile|piece|story)\b)",
    r"\bin (?:money|cash|dollar|percentage|absolute|real|rough|round) terms\b",
    r"^(?:[^:?]{0,40}\b(?:quick|memo|deck|slides?|briefing|meeting|fyi|newsletter|boss)\b[^:?]{0,40}):",
    r"\b(?:together|along|jointly) with\b|\balongside\b|\b(?:before|after) (?:going|coming|moving|getting|stepping) (?:in)?to\b|\b(?:what|which) (?:was|were|is|are) the (?:\w+ )?reasons? (?:for|why|that|behind)?\b|\breasons?\b",
    r"\b(?:tells?|told|shows?|teach(?:es)?) (?:us|you)\b",
    r"\b(?:at|by|from|around) the (?:very )?(?:start|beginning|turn|end) of (?=\d{4}\b|the year\b)|\bearnings season\b",
    r"\b(?:appears?|features?|figures?|(?:is|are|was|were|gets?) (?:covered|listed|mentioned|named|included|profiled|discussed)) in (?:the|this|that) [\w'’ -]{0,30}?(?:round-?up|article|piece|story|report|preview|overview|profile)\b",
    r"\b(?:please|kindly|(?:give|tell|show|remind) me)\b|(?<=how much )(?:extra|additional)\b",
    r"\b(?:according to|as told by|in the (?:words|view|opinion) of|per) (?:the |its |their )?(?:company|group|firm|management|cfo|ceo|chairman|chairwoman|founder|analyst|analysts|executive|boss)(?=\W*$|[,?])",
    r"\b(?:do|does|did|doing|done|fare[sd]?|perform(?:ed|s|ing)?) (?:so |this |that |quite |rather )?(?:well|badly|poorly|strongly)\b|\b(?:strong|good|great|weak|bad|poor) (?:year|quarter|performance|showing)\b",
    r"\b(?:according to|in|per) the (?:profile|piece|article|story|interview|write-up|report)(?: (?:of|on|about) [\w'’. -]+?)?(?=\W*$|,)",
    r"\b(?:in|according to) the [\w -]{0,24}?(?:insider|source|person|interviewee)(?:'s|’s)? (?:view|opinion|words|eyes|mind)\b|\bin the (?:eyes|view|opinion|words) of the [\w' -]{0,30}?(?:insider|source|person|interviewee)\b",
    r"\b(?:what (?:is|was|are|were|makes) the )?(?:significance|importance) of\b|\bmatters?(?: so much)?(?= (?:to|for)\b|\W*$)|\b(?:so )?(?:important|significant)(?= (?:to|for)\b|\W*$)|\b(?:at|on|during) (?:what|which) (?:occasion|event|conference|show)\b",
    r"\b(?:at the moment|right now|as of now|as things stand|these days|nowadays|at this point|in plain (?:words|english|terms)|in a nutshell|for a change|as it were|so to speak|of all things|after all)\b",
    r"(?<=\w )(?:intend(?:s|ed|ing)?|aim(?:s|ed|ing)?|hope[sd]?|hoping) to(?= [a-z])",
    r"\bset(?:ting|s)? aside(?= for\b)|(?<=\w )account(?:s|ed|ing)? for\b",
    r"\bhow (?:did|does|do|has|have|would|was|were) [^?,]{2,60}? (?P<said>sum(?:s|med)? up|summari[sz]ed?|characteri[sz]ed?|described?|phrased?|portray(?:ed)?|assess(?:ed)?|judged?|(?:look|looked) back (?:on|at)|react(?:ed)? to|respond(?:ed)? to|put)\b",
    r"(?:(?<=['’]s )|(?<=s['’] )|\b(?:his|her|their|its|the|his or her|any) )(?:own |exact |actual |personal )?(?:words|comments?|remarks?|views?|opinions?|verdict|reaction|response|assessment|thoughts|quotes?)(?: (?:on|about|of|to|regarding)\b|(?=\W*$))|\b(?:co?mm?ent|remark|(?<!field of )view|opinion|verdict|thoughts|take)s? (?:on|about)\b",
    r"\b(?:explain|justify|defend|account for) (?:that|this|it|the|his|her|its|their)(?: own)?(?: (?:choice|decision|move|step|call|pick))?(?=\W*$)|\bthat (?:choice|decision|move|step)(?=\W*$)",
    r"^what (?:explain(?:s|ed)|(?:is|was|lies|lay) behind|is driving|drove|prompted|persuaded|caused|made)\b|(?<=why )(?:did|does|has|is|was) (?=[^?]* (?:decid|cho[so]|opt))|\b(?:decid(?:e[ds]?|ing)|cho(?:ose|oses|se|sen)|opt(?:s|ed)?) (?=to\b)",
    r"\b(?:is|was) it (?:really |actually )?(?:true|correct|right|the case) (?:that|,)|\b(?:is|was) (?:it|that|this) (?:really |actually )?(?:true|correct|right)(?=\W*$)|(?<=\w )going to(?= [a-z])",
    r"(?<=['’]s )(?:decision|choice) to\b|\bthe (?:decision|choice) to\b|\b(?:gives?|gave|given|offers?|offered|cites?|cited|provides?|provided) (?:for|as|why)\b(?: (?:wanting|having|needing)(?: to)?\b)?",
    r"\b(?:break(?:ing)?|split)(?: (?:it|this|that|them))? (?:down|out|up)\b|\bbreakdown of\b",
    r"\bi(?:\'ve| have) (?:seen|heard|read)\b|\b(?:mixed|conflicting|different) (?:reports|accounts|versions|figures|numbers|signals)\b|\bdo (?:the )?(?:others|sources|articles|reports) (?:agree|disagree|differ)\b|\b(?:seem|appear)s? to (?:agree|disagree|differ)\b",
)
FILLERS = lazy.compile("|".join((*_ZH, *_EN, FRAMES.pattern)))


def fillers(folded: str) -> list[tuple[int, int]]:
    """Return where a folded question says what no answer need hold, as (start, end).

    >>> [("比前一年多了多少钱"[a:b]) for a, b in fillers("比前一年多了多少钱")]
    ['多了']
    >>> fillers("卖了多少")
    []
    """
    return [m.span("said") if m["said"] else m.span() for m in FILLERS.finditer(folded)]
