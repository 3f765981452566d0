"""Messages that are talk and ask nothing of the archive: a greeting, thanks, a cry for help, what the bot is.

All of a message must be talk, so each kind has words that make it, and words that may stand beside them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kb import lazy

_TO_WHOM = (
    r"(?:there|all|everyone|everybody|guys?|folks|mate|man|bro|bruh|buddy|pal|dude|friend|team|boss|chief|sir|madam|again|bot|xinwen|芯问|robot|assistant|my|dear|小助手|小助理|机器人|助手|大神|老师|朋友|各位|大家|你们?|您)"
)
_TAIL_ZH = "[啊呀呢吧哦喔噢啦嘛哈嗯咯喽~的了]"
# What may stand beside thanks, and is none by itself.
_WITH_THANKS = (
    r"(?:you|u|so|very|much|many|a|an|lot|lots|ton|tons|million|bunch|heaps|loads|really|truly|super|extremely|most|just|that|this|it|its|it's|that's|thats|is|was|were|has|have|been|me|us|out|my|your|the|all|of|for|to|with|and|but|now|again|indeed|"
    r"exactly|precisely|what|everything|i|we|i'm|needed|wanted|looking|after|helping|help|helps|answers?|answering|info|information|explanation|reply|response|quick|fast|great|good|nice|perfect|brilliant|awesome|amazing|excellent|fantastic|wonderful|lovely|cool|neat|kind|"
    r"work|job|one|saved|saves|save|time|day|life|ok|okay|got|get|clear|clears|cleared|up|things|will|do|be|can|use|very|appreciate|have a|day|weekend|evening|then|bot|pls|please|haha|lol|"
    r"非常|真的?|太|很|好|十分|万分|超级?|特别|大大|衷心|谢|你|您|们|这|那|个|就|是|我|要|想|的|了|对|有|到|帮|帮我|解决|问题|答案|回答|回复|信息|资讯|说明|解释|清楚|明白|正|正是|刚好|一下|大忙|大|先|晒|忙|耐心|详细|快|速|棒|赞|厉害|收到|知道|以|后|再|来)"
)
_THANKS = (
    r"(?:thanks?|thank|thankyou|thanx|thx+|tks|tysm|ty|tyvm|cheers|ta|merci|appreciated?|appreciates|grateful|gratitude|helpful|helped|useful|(?:you(?:'re| are)|ur|what) an? (?:absolute |total |real )?(?:lifesaver|life ?saver|legend|star|godsend|gem|angel)|谢谢+|多谢|感谢|感恩|感激|谢啦|谢了|谢过|谢谢你|鸣谢|(?:今天|今日)?辛苦|3q|xie ?xie|唔该|帮大忙|帮了大忙|有帮助|有用|实用|受教)"
)
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("thanks", lazy.compile(rf"(?=.*(?<![a-z]){_THANKS}(?![a-z]))(?!.*(?:\?|\b(?:how|who|when|where|why|which|no|not|less|what (?:is|are|was|were))\b))(?:(?:{_THANKS}|{_WITH_THANKS}|{_TO_WHOM}|{_TAIL_ZH})(?![a-z])[\s,!.。~:)(^'-]*)+")),
    ("hello", lazy.compile(
        rf"(?:hi+|hello+|hey+|heya|yo|hiya|howdy|greetings|sup|wass?up|what'?s up|how(?:'s it going| are you(?: doing)?(?: today)?| do you do)|(?:good )?(?:morning|afternoon|evening|day)|g'day|hallo|"
        rf"你好+|您好|哈喽|哈啰|哈罗|嗨+|嘿|早安?|早上好|午安|下午好|晚上好|晚安|大家好|有人(?:在)?吗|在吗|在不在|在么|nihao|ni hao|lei ho|你好吗|最近好吗|hallo)(?:[\s,!.?。~]|{_TAIL_ZH}|吗|{_TO_WHOM}|hi|hello|hey|what'?s up|good (?:morning|afternoon|evening)|你好|哈喽|哈啰|嗨|anyone (?:there|home))*"
    )),
    ("hello", lazy.compile(
        r"(?:(?:hi|hey|hello)[ ,]+)?(?:just )?(?:checking|testing|making sure|wanted to (?:check|see|make sure))(?: (?:that|if|whether))? (?:you(?:'re| are)|this (?:is|thing is)|the bot is|it's|it is) (?:still )?(?:there|here|on|up|alive|working|awake|running|online|listening)(?: (?:before|so) [^?]{2,60})?|(?:are you|you|anyone|anybody) (?:still )?(?:there|here|up|awake|around|alive|online)\??"
        r"|(?:测试|试)一?下(?:你)?(?:在不在|能不能用|还活着吗|有没有反应)?|你(?:还)?(?:在|活着|醒着)吗"
    )),
    ("help", lazy.compile(
        r"(?:/?help|/start|menu|指令|命令|commands?|帮助|说明|帮忙|救命|求助|求救|使用(?:说明|方法|教学|教程|手册)|操作说明|(?:please |pls |can you |could you |i need (?:some |your )?|need (?:some )?|i want |sos )?help(?: me| us)?(?: out| here)?|how (?:do|can|should|would) (?:i|you|we|one) (?:use|work|ask|start|search|begin|do this)\b.*|how (?:does|do) (?:this|it|the bot|you)(?: \w+)? work.*|what (?:should|do|can) i (?:type|write|do|say|enter)(?: here| now)?|"
        r"(?:请|麻烦)?(?:问|教|告诉|教教)?(?:一下|下|我)*(?:这个?|这东西|你|您|该|要|机器人)*(?:怎么|如何|怎样|点样)(?:使?用|操作|问|开始|玩|提问|查询)(?:你|您|这个?|呢|啊|呀|吗|才好|好|法)*|(?:请|可以|能不能|求)?(?:帮帮我|帮我一下|帮下我|帮个忙|帮一下忙)(?:吗|吧|啊)?|我(?:该|要|可以|能)(?:怎么|如何)(?:问|用|提问)(?:你|您)?)"
        r"(?:[ ?!.。~,]|please|pls|plz|谢谢|吗|啊|呀)*"
    )),
    ("who", lazy.compile(
        r"(?:(?:请问)?(?:你|您)(?:到底|究竟|又|是|就|都|还|主要)*(?:是谁|是什么(?:东西|机器人|ai|程序|人)?|叫什么(?:名字)?|能做(?:些)?什么|会做(?:些)?什么|会(?:些)?什么|可以做(?:些)?什么|能干(?:些)?什么|能干嘛|可以干嘛|是做什么的|是干什么的|是干嘛的|有什么(?:功能|用|本事|用处)|(?:可以|能|能够)?帮(?:我|我们|忙|上)?(?:做|查|找|问|解答|回答)?(?:到)?(?:点|些|哪些)?(?:什么|啥)(?:东西|忙|问题|资料)?|(?:可以|能)回答(?:哪些|什么)(?:样的)?(?:问题)?|(?:是|是不是)(?:机器人|ai|人工智能|真人|人|gpt|chatgpt)吗?|知道(?:些)?什么|懂(?:些)?什么)|"
        r"(?:请)?(?:介绍|说说|自我介绍)(?:一?下)?(?:你|您)?(?:自己)?(?<=[己绍])|(?:我)?(?:可以|能)(?:问|跟)(?:你|您)(?:些)?(?:什么|哪些)(?:问题)?|who (?:are you|am i (?:talking|speaking|chatting) (?:to|with)|(?:made|built|created) you)|what are you(?: exactly)?|what can (?:you do|i ask(?: you)?|you (?:help|answer|tell|assist)(?: me| us)?(?: with| about)?)(?: for me| here| exactly)?|what do you (?:do|know|cover)(?: about| exactly)?|what (?:kinds?|sorts?|types?) of (?:questions?|things|stuff) (?:can|do) (?:you|i) (?:answer|ask|know|cover)(?: you)?|"
        r"(?:are|r) (?:you|u) (?:a |an )?(?:real |actual )?(?:bot|robot|human|person|ai|machine|chatgpt|gpt|real)|what(?:'s| is) your (?:name|purpose|job|function)|(?:please )?(?:introduce yourself|tell me about yourself))(?:[ ,?!.。、和与及;呀啊呢嘛]|(?:你|您)?(?:是谁|能做什么|会什么|可以做什么|能干什么|有什么功能)|and|what can you do|who are you)*"
    )),
    ("bye", lazy.compile(
        rf"(?:(?:ok(?:ay)?|alright|all right|cool|great|right|well|so|and|then|thanks?|thx|cheers)[ ,]+)*(?:good ?)?bye+(?:[ -]?bye)?(?: (?:now|for now|then|all|everyone))?|see (?:you|ya)(?: (?:later|soon|tomorrow|around|next time))?|cya|later|laters|ttyl|talk (?:to you )?(?:later|soon)|take care|have a (?:good|nice|great|lovely) (?:one|day|night|evening|weekend)|(?:ok )?(?:that's|that is|that'll be) (?:all|it)(?: for (?:now|today))?|i'?m (?:done|off|out)|gotta go|good ?night|(?:再见|拜拜+|掰掰+|88+|回头见|明天见|下次见|(?:那)?(?:我们|咱们)?(?:下次|改天|回头|明天)?再?聊|下次聊|改天聊|回聊|先这样|就这样|(?:那)?(?:我们)?今天(?:先|就)+到(?:这|此|这[里儿边])(?:为止)?|没事了|没(?:有)?(?:别的|其他)?问题了|我?先?(?:走|下|撤|闪|睡)了|晚安)(?:{_TAIL_ZH}|吧|!)*"
    )),
    ("ok", lazy.compile(
        rf"(?:(?:ok(?:ay)?,? )?(?:got it|understood|great|cool|sure|i see|will do)|no(?:pe)?,? (?:thanks?|thank you)|ok(?:ay|ey|ie)?|k|kk|sure|alright|all right|right|fine|got (?:it|that|ya)|gotcha|understood|noted|roger(?: that)?|i see|i understand|makes sense|sounds? good|fair enough|good to know|great|nice|cool|perfect|awesome|excellent|brilliant|amazing|wonderful|interesting|wow|neat|sweet|lovely|love it|lol|haha+|hehe+|yay|good (?:bot|job|work|one)|nice (?:one|work|job)|well done|great (?:job|work|answer)|good answer|"
        rf"好+|好的|好啊|行|嗯+|了解|明白|懂了|知道|收到|原来如此|原来是这样|很好|太好|太棒|不错|赞|真棒|哈哈+|嘻嘻+|呵呵+|厉害|你真棒|有意思|没问题|没事)(?:[ !.。~,]|{_TAIL_ZH}|{_TO_WHOM}|thanks)*"
    )),
)
_PARTS = lazy.compile(r"[,，。!~;]+|\.+(?=\s|$)")


@lru_cache(256)  # a message is read whole and in parts, and by several readers
def smalltalk(folded: str) -> str:
    """Return the kind of small talk a folded message is, all of it; "" where it is none.

    >>> smalltalk("thx a lot mate, really useful"), smalltalk("help me pls"), smalltalk("hello, who founded kestrane?")
    ('thanks', 'help', '')
    >>> smalltalk("太感谢了,帮大忙!"), smalltalk("你是做什么的?"), smalltalk("感谢信是谁写的?")
    ('thanks', 'who', '')
    """
    whole = folded.strip(" !.。~,")
    found = ""
    for part in _PARTS.split(whole):
        if said := part.strip(" !"):
            found = _kind(said) or (found if found in ("thanks", "bye") and _kind(f"thanks {said}") == "thanks" else "")
            if not found:
                return _kind(whole)
    return found


def _kind(said: str) -> str:
    return next((kind for kind, pattern in _KINDS if pattern.fullmatch(said)), "")
