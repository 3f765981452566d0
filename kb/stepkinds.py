"""What kind of step in a life words tell of: a birth, a school, a job, a foundation, an end."""

from __future__ import annotations

import re
from functools import lru_cache

from kb import lazy

# Folded. What a part must say to be a step, by kind; Chinese, then English.
_CUES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("born", lazy.compile(r"出生|生于|年生\b|年生$|出身(?!的)|籍贯|\bborn\b|\bgrew up\b")),
    (
        "studied",
        lazy.compile(
            r"毕业|考[上入取]|考进(?=[^,。]{0,14}(?:大学|学院|系|学校|中学|高中|专科|研究所|班|师范|理工|[大科])(?:[,。]|$|[^,。]{0,4}系))|就读|入读|攻读|进修|深造|留学|留美|学位|本科|硕士|博士(?!后)|(?:进入|进)[^,]{0,10}大学|主修|"
            r"\bgraduat\w+|\bstud(?:ied|ying)\b|\bdegree\b|\bdoctorate\b|\bph\.?d\b|\bmba\b|\bmaster'?s\b|\bbachelor'?s\b|\bmajor(?:ed|ing) in\b|\bread \w+ at\b|\benter(?:ed|ing)? .{0,60}(?:universit\w+|college)\b"
        ),
    ),
    (
        "left",
        lazy.compile(
            r"离开|离职|辞职|辞去|辞任|请辞|退休|卸任|卸下|离任|退居|\b(?:left|leaving|quit|resign\w*|retir\w+|stepp?\w* down|depart(?:s|ed|ing|ure)?)\b"
        ),
    ),
    (
        "made",
        lazy.compile(
            r"创办(?!人)|创立(?!者)|创建|创业(?!者|家|前|公司|板|团队|之|伊始|初|的)|(?:分割|合伙|合资|出资|共同|携手|一手)成立|年(?:\d{1,2}月)?[才又再则他她]?成立(?=[^,。;于以的后时]{2,12}(?:[,。;]|$))|开(?:出|了|设)第?一?[家间]|共同创(?!办人|始人)|自立门户|\b(?:co-?)?found(?:ed|ing)\b|\bset up\b|\bspun (?:out|off)\b|\bopened in\b[^,]*\bby\b|\bstart(?:ed)? (?:the|a|an|his|her|its|their)(?: own)? (?:\w+ )?(?:company|firm|business|start-?up)|\bto start\b|\bstart(?:ed)? (?!(?:his|her|their|its|a|an|the|out|at|as|in|with|work\w*|career)\b)[\w-]+(?: [\w-]+)? (?:with|alongside|in (?:19|20)\d\d)\b"
        ),
    ),
    (
        "worked",
        lazy.compile(
            r"任职|担任|(?:接替|接棒|顶替)(?!人选|者|的)|(?<![胜赢输败贵])在(?!把|将)[^,。]{2,16}[做当](?=[^,。]{2,10}[,。;])|在[^,。]{2,16}(?:服务|查[账帐]|执业|执教|行医|实习|教书|(?<!的)研究(?!员|所|院)|上班)|在[^,。\d]{2,16}[\d一二两三四五六七八九十]+多?年(?!代|级|初|底|前|后|的?目标)(?=[,。;]|$)|出任|历任|升任|升[至到](?![\d超近约逾])|升为|升上|晋升|转任|转[入投往](?![亏盈幕地后量商正])|接任|兼任|调任|调到|调往|外派|派驻|加入|加盟|入职|跳槽|转投|转往|转到|转赴|就职|供职|效力|效劳|服务于|应聘|聘任|受聘|挖角|"
            r"任教|原任|原为|原是|原职|现任|曾任|曾是|曾为|曾在|待过|待了|工作|做起|做到|坐上|接手|接掌|执掌|掌舵|掌管|负责(?!人)|带领|部属|部下|下属|旧部|毕业后(?:即|便|就|先)?(?:进入?|加入|到|去)|回归|回国|返国|返台|回台|归国|就任|上任|接棒|(?<!主要)(?<!大多)(?<!部分)(?<![大都多均])来自|在位|一路|"
            r"(?:此前|之前|以前|先前|原本|早年)(?:是|在|任|为|担任)|(?<![责主])任(?=[^何务意期性])|当[了上过]|当(?=[^,]{0,10}(?:员|师|长|经理|总监|教授|人))|"
            r"[做干待当跑教管工作]了?[\d一二两三四五六七八九十]+多?年|"
            r"\b(?:join(?:ed|s|ing)?|(?<!not )(?<!n't )work(?:ed|s|ing)?(?! (?:force|day|load|place|out|well|capital|hours)\b)|mov(?:ed|ing) to|serv(?:ed|es|ing)|becam?e|becomes?|becoming|(?:was|were|been|is|be) (?:made|named|appointed|promoted|hired|elected)|named|appoint(?:s|ed)|promoted|"
            r"spent|began (?:as|at|with|(?:his|her|their|a) career)|start(?:ed|ing) (?:(?:his|her|their) career|out|at|as)|career|rose|rising|ran|run|runs|led|leads|head(?:ed|s)|held|arrived|c[oa]me from|hired|took (?:over|up|charge)|"
            r"return(?:ed|ing)|recruit\w*|former(?:ly)?|previously|had been|who was|(?:was|is|as|been) (?:an? |the |its )?(?:\w+ ){0,3}(?:chief|director|manager|engineer|president|head|partner|analyst|researcher|consultant|officer|professor|scientist|ceo|cfo|cto|coo|chairman|treasurer))\b"
        ),
    ),
)
# Where somebody went, if the part says nothing clearer.
_GOES = lazy.compile(
    r"(?<![挤打杀走排])(?:进入?(?![军行步一口度展出货]|[^,]{0,12}(?:领域|市场|赛道|行业|前\d))|转进)(?=[^,]{2,14}(?:,|;|。|$|当|做|任|担))|(?:去了|(?<![谈提达感受得看遇做升从])到了?|赴)(?=[^,]{1,14}(?:公司|集团|厂|银行|所|院|局|部|社|琴|当|做|任|担|工作))|(?:去了)(?=[^,]{2,14}[,。])"
)
_SPEAKS = lazy.compile(r"表示|说|认为|指出|谈到|透露|坦言|直言|强调|提到|宣布|\b(?:said|says|told|added|called|expects?|believes?)\b")
# Words of weighing, not of a step: what something laid the ground for, what was done while in a post.
_NO_STEP = lazy.compile(r"(?:不打算|无意|不愿|不想|没打算|拒绝|并未|没有)(?!再)[^,;。]{0,8}[赴去加入创办做]|工作(?:之外|之余|以外)|工余|业余|闲暇|下班后|奠定|打下|累积|积累|铺路|为日后|为后来|我们?(?!国)|(?:任|任职|在任)期?[内间]|立志|\blaid the\b|\bknows?\b|\bwe\b|\bi\b")
SETTING = lazy.compile(
    r"^\s*(?:[^,]{0,12}?(?:毕业|创业|回国|返台|离开[^,]{0,8}|离职|退伍|当兵|入学)[^,]{0,4}?(?:后|前|时|期间|同时)|after (?:graduat\w+|leaving [^,]+|that|university))[,:]?\s*$"
)


@lru_cache(maxsize=4096)  # parts of sentences: an article's are asked of again by each question about its people
def kinds(text: str) -> tuple[str, ...]:
    """Return the kinds of step that the folded words of a part tell of, none where they tell of no step."""
    if SETTING.match(text):
        return ()
    if _NO_STEP.search(text):
        return ()
    found = tuple(kind for kind, pattern in _CUES if pattern.search(text))
    if _SPEAKS.search(text) and not re.search(r"\d", text) and "that" not in text:
        return ()
    if "born" in found:
        found = tuple(k for k in found if k != "worked")
    return found or (("worked",) if _GOES.search(text) else ())
