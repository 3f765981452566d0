"""The words that ask for a reason: 為什麼, 出於什麼考慮, "what's the thinking behind". Folded, in both languages.

Some only ask, and no answer need hold them (`FRAMES`); others say besides of what the reason is asked, as what held
a delivery up asks of a delay, and their words stay part of the question.
"""

from __future__ import annotations

from kb import lazy

_NOUN = "(?:原因|理由|缘故|缘由|起因|肇因|动机|因由|诱因|苦衷|症结|主因|成因|根源|祸首|契机|缘起|由头|导火[索线]|原委|来龙去脉|内情|隐情|初衷|本意|用意)"
_THOUGHT = "(?:考[量虑]|因素|逻辑|道理|盘算|顾虑|推手|算计|玄机|门道|力量|驱动力|动力)"  # a reason only where it is asked for as one
# What asks for a reason only behind a clause that says of what: 甲漲價,關鍵是什麼.
_BEHIND_CLAUSE = f"(?:{_THOUGHT}|关键|底气|本钱|依据|理据|功臣|奥[秘妙]|窍门|背景|(?:给出?|提出|讲)的(?:说法|解释|答案|交代))"
_FIRST = "(?:背后|真正|最?主要|最大|最关键|核心|直接|根本|具体|最?初|一开始|当初|起初|其中|当中|个中|里面?|到底|究竟|官方|公司|[他她它]们?|的)*"
_WHERE = "(?:在?哪[里儿]?|何在|何处|(?:是)?(?:从|打|由)?(?:哪[里儿]?|何处?)而?来的?)"
METHOD = "(?:办法|方法|方式|手段|手法|招数?|法子|途径|门道|诀窍|本事|策略|做法|绝招|妙招|高招)"
_WHAT = "(?:什么|啥|何|哪些|哪几[个点条样]?|哪[两三四]个?|甚么|乜嘢?|咩)"
_WHATEVER = "(?:到底|究竟|其实|主要|最主要|具体|真正|分别|又|会|大概)*"
_GIVES = "(?:给出|给|提出|说出|讲出|讲|说|举出|列出|持|抱)的?"
# A noun for a reason with what asks for it on either side: 是什麼緣故, 理由有哪些, 它的理由呢, 原因是?
_NOUNS = (
    rf"(?:是|又是|都是|就是|出于|基于|出自|因为|由于|有|为了?|{_GIVES})?{_WHATEVER}{_WHAT}(?:样|种|等)?的?{_NOUN}(?:所?(?:造成|导致|引起|引发|促成|带来|使然|致使|所致|促使|驱使|使得?|令|让)的?)?(?:呢|啊|呀|吗)?",
    rf"(?:[,，]|^)?(?:这|那|[它他她]们?|其|当中|个中|里面|背后|其中|对此)?的?(?:{_GIVES})?{_FIRST}{_NOUN}(?:{_WHATEVER}(?:是|有|为|在于?|在)+{_WHATEVER}(?:{_WHAT}|哪[里儿]?|个?啥)?|(?:是|就是|又)?(?:出|卡)?在哪[里儿]?|何在|呢)(?:呢|啊|呀)?(?=$|[?,。;])",
    rf"(?:背后|其中|当中|个中)?(?:到底|究竟)?(?:是)?(?:出于|基于|出自|有)(?:了|着)?{_WHATEVER}{_WHAT}(?:样|种|等)?的?{_THOUGHT}|背后(?:的)?(?:{_NOUN}|{_THOUGHT})(?:是|有|为|在于)?(?:{_WHAT}|哪里?)?|{_NOUN}(?=$|[?。])",
    rf"(?<=[^,?]{{4}}),{_FIRST}{_BEHIND_CLAUSE}{_WHATEVER}(?:(?:是|有|在于|为|算){_WHATEVER}{_WHAT}|(?:是|就是|又)?(?:出|卡)?{_WHERE})(?:呢|啊|呀)?(?=$|[?。])",
    rf"的?(?:底气|本钱|信心|勇气|胆子?)(?:到底|究竟|是|又|都)*(?:什么|{_WHERE})(?:呢|啊)?(?=$|[?,。])",
)
# Of a name, an idea, money or customers 怎麼來的 asks whence, and not why; of what somebody 幹嘛去了 what they do now.
_ZH = (
    r"图的?是?(?:个)?(?:什么|啥)(?:呢|啊)?(?=$|[?,。])|(?:所为|为的?)(?:是)?(?:什么|何事|何来|哪般|哪样|啥)(?=$|[?,。])|为哪般|所为何[事来]|所图何事|意欲何为|用意为何|是何用意|有何用意|安的什么心|打的什么(?:算盘|主意)",
    r"干(?:吗|嘛|麻)(?=[要非还跑突不把会得那这偏忽老又一硬花砸拆卖买停关换改推]|去(?!了|啦|的|呢|啊|呀|[,?。]|$))|干(?:什么|啥)(?=[要非还突不把偏忽老又硬])",
    r"(?<![名称号字钱金款币感法子户])(?<![名称号字钱金款币感法子户]是)(?<!的)是?(?:怎么|如何|怎样)来的(?=$|[?,。呢啊])",
    r"是?(?:怎么|如何|怎样)(?:一?回事|造成的|引起的|导致的|搞的|弄的)(?=$|[?,。呢啊])",
    r"(?:到底|究竟)?(?:是)?什么(?:因素|力量|东西)?(?:让|使得?|令|导致|造成|促使|引发|驱使|逼得)了?(?![^,?]{0,14}(?:最|印象|难忘|惊|感动|头[疼痛]|意外|担[心忧]))",
    r"(?:让|使|令)?[他她它]?们?(?:能够?|可以)?(?:做得到|做到这一?点|办得到)的?(?=$|[?,。])|(?:何以|为何|为什么|怎么)(?:会|变成|搞成)?(?:如此|这样|至此|这般)(?=$|[?。])|何至于此",
    rf",(?:到底|究竟)?(?:是)?(?:问题|毛病|症结|瓶颈)(?:到底|究竟|又|是|会)*(?:出|卡)?{_WHERE}(?=$|[?。])|,(?:背后|中间|其中)?(?:到底|究竟)?(?:是)?(?:发生|出)了?什么(?:事情?|状况|变化|问题)了?(?:呢)?(?=$|[?。])",
    r"(?:是)?(?:因为|由于|出于|基于|缘于|源于|起因于|归因于|归咎于)(?:了)?(?:什么|啥|何事|哪些|哪件事)(?:样|种|等)?的?(?:原因|理由|缘故|考[量虑]|因素)?",
    r"(?:是|受|由|被)?(?:哪些|什么|何种|哪[几两三]个|啥)因素(?=$|[?,。]|所?(?:影响|带动|推动|拉动|拖累|造成|导致|驱动|支撑|推升|促成))",
    r"(?:是|又是)?(?:怎么|如何|怎样)(?:考[虑量]|盘算|琢磨)的",
)
_EN = (
    r"\bwhat(?:'s|’s| is| was| were| are)? (?:(?:the|its|their|his|her|main|real|stated|official|underlying|root|principal|[\w’'.&-]+['’]s) ){0,4}(?:rationale|reasoning|motivation|motives?|justification|logic|thinking|thought process|grounds|excuse|explanation|impetus|catalyst\b|trigger\b|story behind|idea behind|purpose behind|root cause|underlying cause|main cause|cause)(?: (?:for|behind|of|was|is|were|given|here|there)\b)*",
    r"\b(?:for|on|with) what (?:reasons?|purpose|grounds|motive|justification)\b|\bwhat (?:for|gives)(?=\W*$)|\bhow so\b|\bto what (?:does|do|did|is|was|can)\b|\bwhat is to blame\b",
    r"\bwhat (?:does|do|did|has|have) (?=[^,?]{2,50}? (?:made|makes|caused|causes|drove|drives|led to|dragged|hurt|pushed|sent|widened|lifted)\b)",
    r"\b(?:is|was|are|were) (?:there )?(?:any |a |an )?(?:stated|given|official|particular|specific|known|good|clear|published|public|real)? ?(?:reasons?|explanation|rationale)(?: (?:given|stated|offered|cited|provided))?(?: (?:for|why|that|behind|as to)\b)*",
    r"\b(?:any|the|its|their|his|her) (?:stated |given |official |main |real |underlying )?(?:reasons?|rationale|explanation)(?: (?:given|stated|offered|cited|provided|they gave|it gave|he gave|she gave))?(?: (?:for|why|behind|as to)\b)*",
    r"\bwhat (?:makes|made|explains|explained|drives|drove|has driven|is driving|prompted|triggered|led(?: to)?|lies behind|lay behind|is behind|was behind|caused|causes|sparked|spurred|set off|brought about|brought on|gave rise to|accounts? for|accounted for"
    r"|motivated|motivates|persuaded|convinced|induced|compelled|possessed|is causing|contributed to|contributes to|was it that made|is it that makes)\b(?: (?:it|this|that|them) (?:this time|now|to happen|happen|about)?(?=\W*$))?",
    r"\bwhich (?:\w+ ){0,2}?(?:segments?|businesses|factors?|areas|forces|drivers|things)(?: of business| of the business)? (?:drove|fuel?led|powered|underpinned|lifted|boosted|propelled|contributed to|(?:was|were|lay) behind)\b",
    r"\bwhat (?:got|gets) (?=[^?,]{2,50}? to [a-z])|\bany (?:idea|clue|word|hint) (?:as to )?why\b|\bcare to explain why\b",
    r"\bwhat(?:'s|’s) (?:behind|driving|causing|the deal with|up with)\b|\bhow (?:come|is it that|was it that|did it come about that|did it happen that)\b|\bwhy (?:is it|was it|exactly|precisely) (?:that )?",
)
FRAMES = lazy.compile("|".join((*_NOUNS, *_ZH, *_EN)))

_OTHERS = (
    r"(?:什么|何|啥)(?:重大|特殊|特别|重要)?意义|意义(?:何在|是什么|在哪)|\b(?:significance|importance) of\b|点解|为什么|为何(?!\s*[?？]?$)|为啥|何以|原因|(?:哪|几)[^,?]{0,3}理由|理由有|缘故|(?:什么|哪些)(?:样的)?(?:用意|动机|苦衷)",
    rf"(?:受惠|受益|得益)于什么|主要受[惠益]|\bwhy\b|\breasons?\b|what caused|because of what|凭(?:什么|啥)|靠的?(?:主要)?(?:就?是)?(?:什么|啥)(?!(?:样|种)?的?{METHOD})|由什么(?:驱动|推动|带动|支撑)|(?:源于|归功于|取决于)什么",
    r"(?:增长|成长|增加|上升|上涨|下降|下滑|下跌|亏损|收窄|扭亏|高增|改善)的?背后(?:的)?(?:是什么|有什么|有哪些)|(?:是|都是|就是|究竟|到底|图的)(?:是)?为了?(?:什么|啥)|(?:目的|初衷|用意)(?:是什么|何在|在哪)|缘何|何故",
    r"(?:怎么|咋)(?:会?[^,?]{0,10}?(?:反而|反倒|倒是|却|倒))|咋(?:还|就|这么|那么|又|没|会|才)|怎么(?:还|才|就|这么|那么|比|反而|又|没(?!有)|变[成得]|[跌涨降亏少](?!多?少|的)|只|突然|忽然|一下子?|一夕|竟然?|居然|越来越|[掉缩滑垮崩飙](?!头))",
    r"怎么(?![样办处说讲看用算做弄解评来应])[\u3400-\u9fff]{1,4}?(?:[得成]?(?:这|那)(?:么|样)|成这样|如此)|怎么(?![样办处说讲看用算做弄解评来应])[\u3400-\u9fff]{1,4}了(?=$|[?。])",
    rf"什么(?:导致|造成|引发|促使|令|逼得|推高|推升|拉低|拉高|拖累|带动|拉动|推动|压低|冲击|支撑|刺激|吃掉|侵蚀)|[凭靠]借?的?(?:主要)?(?:就?是)(?:什么|啥)(?!(?:样|种)?的?(?:{METHOD}))|拜什么所赐|怎么(?:造成|会|回事)|(?:怎么|如何)解释|归咎|归因|归结|(?:问题|毛病|症结|关键)(?:是)?(?:出|卡)?在哪|怎么做到的?|如何做到的?|(?:发生|出)了?什么(?:事|状况|问题)(?=$|[?了])|\bwhat (?:happened|gives|went on)(?: here| there)?(?=\W*$)",
    r"\bblam\w+|\bhow come\b|\bwhat (?:makes|explains|explained|drives|drove|has driven|is driving|fuels|powers|underpins|underpinned|lifted|lifts|led to|lies behind|is behind|was behind|made|prompted|triggered|ate into|went wrong|set off|sparked"
    r"|spurred|fuell?ed|stopped|stops|stopping|prevented|prevents|delayed|delays|held (?:back|up)|holds (?:back|up)|holding (?:back|up)|dragged|hurt|helped|helps|boosted|boosts|pushed|pushes|keeps|kept|is keeping|put (?:\w+ ){1,4}off|turned|enabled|enables|allowed"
    r"|allows|let|lets|forced|widened|narrowed|lowered|reduced|squeezed|depressed|eroded|weakened|dented|dampened|swelled|inflated|slowed|derailed|scuppered|killed|doomed|rescued|attracted|drew|lured|tempted|knocked|weighed)\b(?! (?:is|was|are|were|did|does|do|has|have|will|would)\b)|what's (?:behind|driving|keeping|stopping|holding)|\bwhat (?:has |had )?(?:hit|cut|raised|saved)(?= (?:the|its|their|his|her|[\w’'.&-]+['’]s)\b)",
    r"\bwhat (?:does|do|did|is|was) [^?]{0,60}\b(?:growth|rise|increase|surge|jump|gains?|decline|fall|drop|improvement|narrowing)\b[^?]{0,20}? (?:depend on|stem from|owe|rest on|rely on|hinge on|due to|down to|driven by)\b",
    r"\bexplain (?:the|its|their|his|her|why|that|this)\b|\bhow (?:does|did|do) .{1,40}? (?:explain|account for|justify|rationali[sz]e)\b|\bhow did [^?]{2,40}? (?:end up|come to|get to be|wind up|come by|earn|get)\b(?= (?:being |be |known|called|nicknamed|dubbed|with the (?:name|nickname|label|title)|the (?:nickname|label)))",
)
WHY = lazy.compile("|".join((FRAMES.pattern, *_OTHERS)))

# A sentence that asks for nothing but the reason of what the one before it says: "Sales dropped. What happened?"
ONLY_WHY = lazy.compile(
    rf"\W*(?:(?:and|so|but|那么?|那|可|但)?[ ,]*)?(?:why|how come|why (?:is|was|did) (?:that|this|it|so)(?: happen(?:ing|ed)?)?|why so|why not|(?:the |any |its |their )?reasons?|what happened(?: here| there)?|what went wrong|how so|what gives"
    rf"|怎么了|怎么回事|发生(?:了)?什么(?:事)?(?:了)?|出(?:了)?什么(?:事|状况|问题)(?:了)?|为什么(?:呢|啊|会这样)?|为啥(?:呢|啊)?|为何|何故|{FRAMES.pattern})\W*"
)
