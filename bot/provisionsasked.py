"""What a question asks of a rule: how long before, by when decided, which fine, who is exempt, what wish, when the next figures come.

Regulators put each of these in few ways, and whoever asks puts it in others: 要提前多久申請 is told by 應在裝運前45日提出申請. So
each kind of provision is known by what asks for it and by what tells it. Folded, in both languages.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kb import lazy

_N = r"(?:\d[\d,.]*|[一二三四五六七八九十百两半]+)"
_DAYS = rf"{_N} ?(?:个)?(?:工作|自然|历|交易)?(?:日|天|周|星期|月|年|小时)"
_EN_DAYS = r"(?:\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|fourteen|thirty|sixty|ninety)[ -](?:working |business |calendar |trading )?(?:days?|weeks?|months?|years?|hours?)"
_HOW_LONG = r"(?:多久|多长(?:时间)?|多少(?:个)?(?:工作)?[天日周月]|几(?:个)?(?:工作)?(?:天|日|周|星期|个月|月)|何时|什么时候)"
_DECIDES = r"(?:审[批查核理议结]|核[准发定]|批[准复]|批下来|批出|答[复覆]|受理|办[结理]|决定|发证|裁[定决])"
_SHORTENS = r"(?:缩[短至到减]|压[缩到至]|[降减调放延]|改)"
_HOW_MUCH = r"(?:多少|几|什么|怎[么样]|啥|多重)"


class Provision(NamedTuple):
    """A kind of provision: what asks for it, what tells it, and what is told that is none."""

    name: str
    asked: re.Pattern[str]
    told: re.Pattern[str]
    never: re.Pattern[str] | None = None


PROVISIONS = (
    Provision(
        "wish",
        lazy.compile(rf"(?:希望|建议|要求|呼吁|主张|争取|盼|促请)[^?]{{0,24}}{_SHORTENS}[^?]{{0,6}}(?:多少|几|多久|多长)|\b(?:want|wants|ask|asks|asked|urg\w+|call(?:s|ed|ing)? for|push\w*|lobb\w+)\b[^?]{{0,60}}\b(?:how (?:short|long|many|much)|cut to|shorten\w*|lower\w* to)"),
        lazy.compile(rf"(?:希望|建议|要求|呼吁|主张|争取|盼|促请)[^;。]{{0,30}}{_SHORTENS}[^;。]{{0,8}}{_N}|\b(?:want|wants|wanted|ask\w*|urg\w+|call\w* for|push\w*|lobb\w+|hop\w+)\b[^;.]{{0,80}}\b(?:to|by) \d"),
    ),
    Provision(
        "lead",
        lazy.compile(rf"前[^,?]{{0,5}}{_HOW_LONG}|提[前早]{_HOW_LONG}|(?:多少|几)[天日周个工作]*[月天日]?前[^,?]{{0,6}}(?:申[请报]|提[出交]|登[录记]|报备|通知|递|备案)|\bhow (?:far|long|early|soon|many (?:\w+ )?(?:days|weeks|months)) (?:in advance|ahead|before|prior)\b|\bhow (?:early|many (?:\w+ )?(?:days|weeks|months)) [^?]{{2,60}}\b(?:in advance|ahead|before|prior)\b"),
        lazy.compile(rf"(?<![之此以目日])前的?{_DAYS}|提[前早]{_DAYS}|{_DAYS}之?前(?=[^,;。]{{0,14}}(?:申|提|登|报|通知|递|备))|{_EN_DAYS} (?:before|ahead|in advance|prior)|(?:at least|no later than|minimum of) {_EN_DAYS}"),
        lazy.compile(r"前\d+(?:个月|月|季)"),
    ),
    Provision(
        "decision",
        lazy.compile(rf"{_DECIDES}[^?]{{0,14}}(?:{_HOW_LONG}|时限|期限)|{_HOW_LONG}[^,?]{{0,10}}{_DECIDES}|\bhow (?:long|soon|quickly|fast|many (?:\w+ )?(?:days|weeks)) [^?]{{0,60}}\b(?:approv\w+|decid\w+|decision|review\w*|process\w*|respond|rule|ruling|answer)\b"),
        lazy.compile(rf"{_DECIDES}[^,;。\d]{{0,10}}(?:由{_DAYS})?[^,;。\d]{{0,6}}{_DAYS}|{_DAYS}(?:之?内|以内)[^,;。]{{0,10}}{_DECIDES}|\b(?:decid\w+|decisions?|approv\w+|review\w*|process\w*|respond\w*|rul(?:e|ing)|answer)\b[^.;]{{0,40}}\b(?:within|in|takes?|up to|from) {_EN_DAYS}|\bwithin {_EN_DAYS}[^.;]{{0,30}}\b(?:decid\w+|approv\w+|review\w*)\b"),
    ),
    Provision(
        "grace",
        lazy.compile(r"(?:过渡|缓冲|宽限|豁免|适应)期|已签[^?]{0,12}合[约同]|旧合[约同]|\b(?:grace|transition(?:al)?|phase-in) period\b|\b(?:existing|old|signed) contracts?\b"),
        lazy.compile(rf"(?:过渡|缓冲|宽限|适应)期[^,;。]{{0,6}}{_DAYS}|{_DAYS}的?(?:过渡|缓冲|宽限|适应)期|已签[^;。]{{0,20}}(?:月|日|年)[^;。]{{0,30}}|\b(?:grace|transition(?:al)?|phase-in) period\b|\b(?:signed|existing) [^.;]{{0,60}}\b(?:until|by|before)\b"),
    ),
    Provision(
        "exempt",
        lazy.compile(r"(?<!难)(?<!避)(?<!(?<!可)以)(?<!减)免(?:证|登|申|办|予|于|除|检|税|签|许可|备|召|审|受)|豁免|不受(?:此|新规|影响|限)|不适用|不在此?[^,?]{0,6}之?列|[不无]用(?:再)?(?:申|登|报|办|备|召)|无[须需](?:申|登|报|办|备|召|许可)|不包括|除外|\b(?:exempt\w*|exclud\w*|not (?:covered|affected|subject|included)|(?:need|needs|require|requires) no|(?:not|n't) (?:need|require|have to)|without a (?:permit|licen[cs]e)|carve-?outs?|spared)\b"),
        lazy.compile(r"(?<!难)(?<!避)(?<!(?<!可)以)(?<!减)(?:可|得|予以?|可以)免|免(?:证|登|申|办|于|除|检|许可|备|审)|豁免|不受影响|不受此限|不适用|不在[^,;。]{0,8}之?列|无[须需](?:申|登|报|办|备|召|许可)|[不无]用(?:申|登|报|办|备|召)|除外|\b(?:exempt\w*|exclud(?:ed|es)|not (?:covered|affected|subject)|needs? no|requires? no|(?:do|does|will) not (?:need|require|apply)|spared)\b"),
    ),
    Provision(
        "penalty",
        lazy.compile(rf"(?:会|将|要|可|须|应|得|会被|要被|怎么|如何)[^,?]{{0,4}}(?:被)?(?:处|罚)[^?]{{0,6}}{_HOW_MUCH}|(?:违[反规者]|不实|逾期|再犯|未[按依能]|没[有按]?|超[过标限]|虚报|瞒报|情节)[^?]{{1,24}}(?:罚|处[罚分理]|后果|会怎|怎么[样办]|如何)|罚则|\b(?:what|how (?:much|big|large|high))[^?]{{0,50}}\b(?:fines?|penalt\w+|punish\w*|sanctions?)\b[^?]{{0,60}}\b(?:breach\w*|violat\w+|break\w*|offend\w*|fail\w*|non-?complian\w*|repeat\w*|can|could|face|carry|late)|\b(?:breach\w*|violat\w+|offenders?|failing|non-?complian\w*)\b[^?]{{0,50}}\b(?:fines?|penalt\w+|punish\w*|cost)\b"),
        lazy.compile(rf"(?:处|科|课|罚)[^,;。]{{0,14}}(?:{_N}(?:倍|万|亿|元|%)|\d%)|罚款?[^,;。]{{0,10}}{_N}(?:倍|万|亿|元|%)|{_N}(?:倍|万|亿|元|%)(?:以[上下])?的?罚|(?:暂停|废止|吊销|撤销|取消|停止|禁止)[^,;。]{{0,14}}{_N}|(?:吊销|撤销)|\b(?:fines?|penalt\w+) (?:of|between|from|up to|range)|\b(?:carr(?:y|ies)|fac(?:e|es|ing)|risk|liable (?:to|for)|subject to|be fined)\b[^.;]{{0,30}}(?:fines?|penalt\w+|\d)|\b(?:suspended|banned|revoked) for\b"),
        lazy.compile(r"(?:被|遭|获|已)[^,;。]{0,6}罚|裁罚|开出|罚单|\b(?:was|were|has been|on \w+day) fined\b|\bfined [A-Z]|\bfined [a-z]+ (?:air|motors|bank|group)\b"),
    ),
    Provision(
        "deadline",
        lazy.compile(rf"(?:要|须|需|必须|应|得|最[晚迟])[^,?]{{0,12}}(?:{_HOW_LONG}|哪[天一]|几[月号])[^,?]{{0,4}}(?:之?[前内]|以前|完成|提交|交)|\bby (?:when|what date)\b|\b(?:deadline|how long)\b[^?]{{0,40}}\b(?:ha(?:s|ve|d)|have to|must|file|appeal|submit|respond|comply)\b|\bhow (?:long|many (?:\w+ )?days) (?:does|do|did) [^?]{{2,50}} have\b|\bwhen (?:must|should|does|do) [^?]{{2,60}}\b(?:by|have to|must|file|submit|appeal)\b"),
        lazy.compile(rf"(?:须|需|应|必须|限|责令|得)(?:在|于)?[^,;。]{{0,10}}(?:{_DAYS}(?:之?内|以内)|[\d一二三四五六七八九十]+月[^,;。]{{0,5}}前)|{_DAYS}(?:之?内|以内)(?:提|完|交|缴|改|上诉|申)|\b(?:has|have|had|given) (?:until|till|up to|{_EN_DAYS})|\bmust [^.;]{{2,60}}\b(?:within|by|before|no later than)\b|\bwithin {_EN_DAYS}"),
    ),
    Provision(
        "affected",
        lazy.compile(r"(?:影响|波及|涉及|牵涉)[^?]{0,8}(?:多少|几)|(?:多少|几)[^,?]{0,8}(?:受|被)?(?:影响|波及|牵涉)|受影响的?[^,?]{0,6}(?:有)?(?:多少|几)|\bhow many [^?]{2,50}\b(?:affected|hit|covered|impacted|touched|caught)\b|\bhow many [^?]{2,50}\b(?:does|do|will|would)\b[^?]{2,40}\b(?:affect|hit|cover|apply)\b"),
        lazy.compile(rf"{_N}[^,;。]{{0,14}}(?:受|被)(?:[^,;。]{{0,4}})(?:影响|波及|牵涉)|(?:影响|波及|涉及|牵涉)[^,;。]{{0,8}}{_N}|\b\d[\d,.]*[^.;]{{0,50}}\b(?:affected|hit|covered|impacted)\b|\b(?:affects?|covers?|applies to|hits)\b[^.;]{{0,30}}\d"),
    ),
    Provision(
        "recall",
        lazy.compile(r"(?:召回|回收|下架)[^?]{0,10}(?:多少|几)|(?:多少|几)[^,?]{0,8}(?:被|要|遭)?(?:召回|回收|下架)|\bhow many [^?]{2,60}\b(?:(?:are|is|was|were|been|be) (?:being )?recalled|(?:did|does|must|will) [^?]{2,40} recall)\b"),
        lazy.compile(rf"(?:召回|回收|下架)[^,;。]{{0,12}}{_N}|{_N}[^,;。]{{0,12}}(?:召回|回收|下架)|\brecall\w*\b[^.;]{{0,20}}\d|\d[\d,.]*[a-z]?[^.;]{{0,40}}\brecall\w*"),
    ),
    Provision(
        "release",
        lazy.compile(r"(?:数据|统计|结果|报告|资料|数字|cpi)[^?]{0,12}(?:何时|什么时候|哪[天日一]|几时|几[月号]|多会儿|啥时)[^?]{0,4}(?:公[布开]|发布|出[来炉]?|揭晓|公告)?|(?:何时|什么时候|哪[天日一]|几时|啥时)[^?]{0,4}(?:公布|发布|出炉|揭晓)[^?]{0,14}(?:数据|统计|结果|报告|资料|数字)|\bwhen (?:will|are|is|do|does)\b[^?]{2,70}\b(?:publish\w*|releas\w+|come out|out|due|report\w*|announc\w+|figures|data|results|statistics)\b"),
        lazy.compile(r"(?:数据|统计|结果|报告|资料|数字)[^,;。]{0,8}(?:定于|将于|将在|预计|拟于|于|订于|在)?[^,;。]{0,4}\d+(?:月|日|号)[^,;。]{0,6}(?:公[布开]|发布|出炉|揭晓)|(?:定于|将于|将在|预计|拟于|订于)[^,;。]{0,12}(?:公[布开]|发布|揭晓)[^,;。]{0,12}(?:数据|统计|结果|报告|数字)|\b(?:data|figures|results|statistics|report|numbers|findings)\b[^.;]{0,30}\b(?:will be|are|is|due)\b[^.;]{0,20}\b(?:released|published|out|due|announced|on)\b[^.;]{0,12}\d|\b(?:publish|release)\w*\b[^.;]{0,40}\b(?:data|figures|results|statistics)\b[^.;]{0,16}\bon\b"),
        lazy.compile(r"^\d+日公布|同日"),
    ),
)

# What such a question calls the rule, or who must follow it, which the sentence that tells it need not say again.
GENERIC = lazy.compile(
    r"^(?:新?(?:规定?|例|办法|政策|指引|措施|公告|通告|制度|要求)|规[例则定]|新制|期限|时限|时间|时长|日期|多[久长]|天数|罚[则款金多少]*|处罚|罚|款项|企业|厂商|业者|公司|单位|当局|监管|官方|部门|外贸|货物|必须|需要|可以|规模|情况|希望|建议|按[时期]|及时|如期|按规定?|"
    r"rules?|regulations?|polic(?:y|ies)|notice|order|period|deadline|time|days?|weeks?|months?|advance|fines?|penalt\w+|office|authorit\w+|regulators?|agency|figures?|data|numbers|cars?|vehicles?|units?|products?|items?|companies|firms?|people|new|must|need|long|much|carry|face|does|how)$"
)


def provisions_asked(folded: str) -> list[Provision]:
    """Return the kinds of provision that a folded question asks for, the surest first.

    >>> [p.name for p in provisions_asked("要在装运前多久提出申请")], [p.name for p in provisions_asked("which models are exempt from the recall")]
    (['lead'], ['exempt'])
    >>> provisions_asked("公司去年营收多少")
    []
    """
    return [p for p in PROVISIONS if p.asked.search(folded)]
