"""Questions about the first or the newest edition of a document, put as questions about what stood before or after it was put right.

首版和新版招股書各寫多少, 以最新招股書為準, "in the first prospectus": an edition is said of any filing, and nothing in the sentence
that answers need say it. A number in a question that names its document without an edition is left as it is. Patterns see folded text.
"""

from __future__ import annotations

from bot.rewrites import Rewrites, put
from kb import lazy

_DOC = r"(?:上市)?(?:招股(?:说明)?书|招股文件|招股章程|申请文件|申请书|申请材料|申报稿|募集说明书|公告|年报|财报|业绩报告|文件|文本|版本)"
_OLD = r"(?:首版|首份|初版|原版|旧版|第一版|第一份|第一次的|首次递交的?|首次提交的?|最初(?:的|版的?|那[份版])?|原来(?:的|那[份版])?|更正前的?)"
_NEW = r"(?:新版|最新版?的?|修订版?的?|更新版|第二版|第二份|更新[后过]的?|修[订改][后过]的?|更正[后过]?的?|重新递交的?|重新提交的?|改[过后]的|新的?)"
_SURE_NEW = r"(?:新版|最新版的?|修订版|更新版|第二版)"
_IN = r"(?:里面|里边|里头|里|中|上)?"
_SAYS = r"(?:各自?|分别)?(?:写|说|报|列|披露|公布|显示|是|为)*(?:的)?(?:各自?|分别)?(?:是)?"
_EN_DOC = r"(?:ipo |listing |draft )?(?:prospectus|filing|document|application|draft|version|edition|listing document|offer document)"
_EN_OLD = r"(?:first|original|initial|earlier|old|previous|march|april|may|june)"
_EN_NEW = r"(?:latest|newest|updated|revised|new|amended|second|refiled|corrected)"

_EDITIONS = Rewrites(
    (lazy.compile(said), plain)
    for said, plain in (
        # Of both: 首版和新版招股書各寫多少.
        (rf"[,，]?(?:在)?{_OLD}{_DOC}?(?:和|跟|与|同|及|、|对比?|vs|/)(?:后来的?|之后的?)?(?:{_SURE_NEW}|{_NEW}(?={_DOC})){_DOC}?{_IN}{_SAYS}(?=多少|几)", ",更正前后各是"),
        (rf"\b(?:in|according to|between) (?:both )?(?:the )?{_EN_OLD}(?: {_EN_DOC})? and (?:in )?(?:the )?{_EN_NEW} {_EN_DOC}s?\b", "before and after the correction"),
        (rf"\b(?:in|according to|between) (?P<name>[\w.&’' -]{{2,40}}?)['’]s {_EN_OLD}(?: {_EN_DOC})? and (?:the |its )?{_EN_NEW} {_EN_DOC}s?\b", r"at \g<name> before and after the correction"),
        # Of the newest: 以最新招股書為準.
        (rf"[,，]?(?:如果)?(?:以|按照?|依照?|据|根据)(?:\d{{1,2}}月的?)?{_NEW}(?:的)?(?:{_DOC}|数字|数据|口径|说法|披露|资料){_IN}(?:为准|来[看说算]|计算?|而言|所[说载示])?的?(?:话)?[,，]?", "更正后"),
        (rf"(?P<c>[,，]|)(?:在)?(?:\d{{1,2}}月的?)?(?:{_SURE_NEW}|{_NEW}(?={_DOC})){_DOC}{_IN}(?:说|显示|披露|写|的)?", r"\g<c>更正后"),
        (rf",? ?\b(?:in|according to|going by|per|as per|based on|under|by) (?:the |its )?{_EN_NEW} {_EN_DOC}\b", " after the correction"),
        (rf",? ?\b(?:in|according to|going by|per|as per|based on|under|by) (?P<name>[\w.&’' -]{{2,40}}?)['’]s {_EN_NEW} {_EN_DOC}\b", r" at \g<name> after the correction"),
        # Of the first.
        (rf"[,，]?(?:如果)?(?:以|按照?|依照?|据|根据)(?:\d{{1,2}}月的?)?{_OLD}{_DOC}{_IN}(?:为准|来[看说算]|计算?|而言|所[说载示])?的?(?:话)?[,，]?", "更正前"),
        (rf"(?P<c>[,，]|)(?:在)?(?:\d{{1,2}}月的?)?{_OLD}{_DOC}{_IN}(?:说|显示|披露|写|的)?", r"\g<c>更正前"),
        (rf",? ?\b(?:in|according to|going by|per|as per|based on|under|by) (?:the |its )?{_EN_OLD} {_EN_DOC}\b", " before the correction"),
        (rf",? ?\b(?:in|according to|going by|per|as per|based on|under|by) (?P<name>[\w.&’' -]{{2,40}}?)['’]s {_EN_OLD} {_EN_DOC}\b", r" at \g<name> before the correction"),
    )
)


def editions_told_apart(text: str) -> str:
    """Return a message that names an edition with what stood before or after it was put right in its place.

    >>> editions_told_apart("松嶺閉店率首版和新版各寫多少?"), editions_told_apart("松嶺閉店率,以最新招股書為準是多少")
    ('松嶺閉店率,更正前后各是多少?', '松嶺閉店率更正后是多少')
    >>> editions_told_apart("What was Songling's profit in the revised prospectus?"), editions_told_apart("松嶺招股書說收入多少")
    ("What was Songling's profit after the correction?", '松嶺招股書說收入多少')
    """
    return put(_EDITIONS, text)
