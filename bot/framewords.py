"""The words people put around a question: who they are, what they need it for, what they did before they asked.

All patterns are matched against folded text (Simplified, half-width, lower case). Tables only; how they are used is
in `bot.framing`.
"""

from __future__ import annotations

from kb import lazy

# Whom an asker speaks of beside themselves.
PEOPLE_EN = (
    r"(?:colleagues?|co-?workers?|team-?mates?|class-?mates?|room-?mates?|flat-?mates?|friends?|mates?|buddy|bud|pal|wife|husband|partner|spouse|dad|mum|mom|father|mother|parents?|"
    r"sons?|daughters?|kids?|child(?:ren)?|nieces?|nephews?|cousins?|brothers?|sisters?|uncle|aunt(?:ie)?|grandma|grandpa|grand(?:mother|father|parents|son|daughter)|in-laws?|"
    r"boss(?:es)?|manager|supervisor|line manager|editor|client|customers?|professor|prof|teacher|lecturer|tutor|students?|readers?|landlord|neighbou?rs?|"
    r"team|desk|class|group chat|department|office|firm|company|school|family|study group|book club|investment club|strategy team|research team)"
)
PEOPLE_ZH = (
    r"(?:(?:我|我们|咱|咱们|俺)(?:家|这边|那边|的)?(?:爸妈|爸爸|妈妈|爸|妈|爷爷|奶奶|外公|外婆|哥|姐|弟|妹|叔|阿姨|舅|侄女|侄子|外甥|老婆|老公|太太|先生|女友|男友|女儿|儿子|孩子|小孩|长辈|亲戚|主管|老板|领导|上司|经理|同事|客户|朋友|同学|室友|老师|教授|部门|团队|组|课|班|公司|系上)?们?"
    r"|家里(?:的)?(?:长辈|人|老人|孩子|小孩)?|长辈|亲戚|女儿|儿子|孩子|小孩|小朋友|爸妈|爸爸|妈妈|老婆|老公|主管|老板|领导|上司|同事|隔壁同事|朋友|网友|群友|同学|组员|室友|邻居|学长|学姐|学弟|学妹|老师|教授|导师|编辑|读者|客户(?=问|要|想|说|提|催|找|在问)|有人|大家|小弟|本人|在下)们?"
)
# What they make of the answer, and where they need it.
ARTIFACT_EN = (
    r"(?:tables?|sheets?|spreadsheets?|slides?|decks?|notes?|memos?|reports?|write-?ups?|summar(?:y|ies)|overviews?|briefs?|briefings?|bios?|biograph(?:y|ies)|profiles?|timelines?|newsletters?|columns?|"
    r"articles?|stor(?:y|ies)|pieces?|posts?|blogs?|blog posts?|threads?|podcasts?|episodes?|presentations?|talks?|speech|lectures?|class(?:es)?|courses?|essays?|homework|assignments?|thesis|dissertation|papers?|projects?|"
    r"quiz(?:zes)?|exams?|tests?|flash ?cards?|crosswords?|bets?|arguments?|debates?|discussions?|meetings?|calls?|interviews?|lunch|dinner|pitch(?:es)?|proposals?|models?|charts?|graphs?|infographics?|fact ?sheets?|"
    r"cheat sheets?|one-pagers?|footnotes?|captions?|headlines?|paragraphs?|sentences?|intros?|introductions?|sections?|chapters?|reviews?|comparisons?|checklists?|lists?|databases?|trackers?|glossar(?:y|ies)|faqs?|drafts?|scripts?|translations?|appendix|reading)"
)
_WHEN_EN = r"(?:this (?:morning|afternoon|evening|week)|today|tonight|tomorrow|yesterday|later(?: today)?|next week|last (?:week|night)|earlier(?: today)?|just now|in (?:an hour|a minute|half an hour)|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
# What of a clause about the asker says no more than that: taken out of one that also says what is asked about.
FRAME_EN = lazy.compile(
    rf"\b(?:(?:over|at|during|before|after|for|in) )?(?:(?:short|brief|small|little|quick|simple|one-page|proper) )?(?:{ARTIFACT_EN})\b(?: (?:on|about|of|for|covering|comparing|regarding|concerning|where|that)(?= ))?|\b{_WHEN_EN}\b|"
    rf"(?:\b(?:by|to|from|for|with|and|on|at) )?\b(?:my|our|a|an|the|one of (?:my|our)|some|someone (?:on|in|at) (?:the|my|our|work)) {PEOPLE_EN}\b(?: of mine| at work)?|"
    r"\b(?:i|we|me|my|our|ours|mine|myself|ourselves|someone|somebody|anyone)(?:'(?:m|ve|d|ll|re))?\b|\bn?'t\b|"
    r"\b(?:(?:was|were) (?=(?:just |only )?\w+ing\b)|am|'m|been|be|want(?:ed|ing|s)?|need(?:ed|ing|s)?|would like|like to|love to|hop(?:e|ed|ing)|try(?:ing)?|tried|look(?:ing|ed)? (?:at|into|up|for)|read(?:ing)?(?: up)?(?: on| about)?|wr(?:ite|iting|ote|itten)(?: up)?|"
    r"draft(?:ing|ed)?|prepar(?:e|ed|ing)|put(?:ting)?(?: (?:a|an|the|some|my)? ?[\w-]+)? together|compil(?:e|ed|ing)|fill(?:ing|ed)?(?: in| out)|work(?:ing|ed)? (?:on|through)|finish(?:ing|ed)?|updat(?:e|ing|ed)|check(?:ing|ed)?|cross-?check(?:ing)?|double-?check(?:ing)?|"
    r"fact-?check(?:ing)?|verif(?:y|ying)|reconcil(?:e|ing)|review(?:ing|ed)?|stud(?:y|ying|ied)|research(?:ing|ed)?|collect(?:ing|ed)?|gather(?:ing|ed)?|assembl(?:e|ing)|build(?:ing)?|mak(?:e|ing)|doing|hav(?:e|ing)|had|got|get|gett?ing|"
    r"teach(?:ing)?|translat(?:e|ing)|edit(?:ing)?|proof-?read(?:ing)?|quot(?:e|ing)|cit(?:e|ing)|mention(?:ed|ing|s)?|bring(?:s|ing)? up|brought up|ask(?:ed|ing|s)?|tell(?:s|ing)?|told|argu(?:e|ing|ed)(?: about| over)?|debat(?:e|ing)|"
    r"(?:(?:half|vaguely|dimly|sort of|kind of)[ -])?(?:remember(?:ed|ing)?|recall(?:ed|ing)?)|forg[eo]t(?:ten)?|hear(?:d|ing)?|s[ae][wen]+|notic(?:e|ed)|stumbl(?:ed|ing) (?:on|upon|across)|c[ao]me across|found|find|understand|understood|know|knew|"
    r"follow(?:ing|ed)?|wonder(?:ed|ing)?|curious(?: about)?|confus(?:ed|ing)|unsure|not sure|sure|stuck(?: on)?|struggl(?:e|ing)(?: with)?|puzzl(?:ed|ing)|interested in|keep(?:s)?|kept|go(?:es|ing)? (?:through|over|on about)|miss(?:ed|ing)?(?: one thing)?|lack(?:ing|s)?|lost|short of|"
    r"can(?:no|')?t|can't|couldn't|don't|didn't|haven't|may|might|will|recommend(?:ing|ed)?|suggest(?:ing|ed)?|order(?:ing|ed)?|buy(?:ing)?|bought|switch(?:ing|ed)? to|invest(?:ing|ed)?(?: in)?|own(?:ing|ed)?|hold(?:ing)?|consider(?:ing|ed)?|think(?:ing)? (?:of|about)|"
    r"one (?:more |last )?(?:thing|number|figure|detail|cell|gap|blank|item|point)|(?:the |one )?cells?(?: is| are)? (?:still )?(?:blank|empty|missing)|(?:is|are) (?:still )?(?:blank|empty|missing)|"
    r"swears? by|surprised to (?:hear|learn|read|see)(?: that)?|(?:mixed|conflicting|different) reports|keeps? coming up|(?:i'm|i am|we're|i was|i've been) told(?: that)?|(?:an )?(?:interesting|great|good|nice|lovely) (?:piece|article|story|read|write-?up)(?: on| about)?|puzzled|baffled|intrigued|surprised|"
    r"right|properly|correctly|quick(?:ly)?|fast|bit|a lot|just|only|still|currently|recently|always|please|thanks|birthday|christmas|anniversary|graduation|heart|clue|trouble|help|line|comment|explanation|bookmark(?:ed)?|somewhere)\b"
)
# The same behind a name: what somebody did is no frame.
FRAME_BEHIND_EN = lazy.compile(
    rf"\b(?:for|in|on|at|over|during|before|after|to) (?:(?:a|an|the|my|our|this|that|tomorrow's|today's) )?(?:[\w-]+ )?{ARTIFACT_EN}\b|\b{_WHEN_EN}\b|(?:\b(?:by|to|from|for|with) )?\b(?:my|our|a|an|the|one of (?:my|our)) {PEOPLE_EN}\b(?: of mine| at work)?|"
    rf"\b{ARTIFACT_EN}\b(?= (?:and|but|for my|for our)\b)|\b(?:is|are) (?:still )?(?:missing|blank|empty)\b|\b(?:i|we|me|my|our|myself)(?:'(?:m|ve|d|ll|re))?\b|\b(?:and|but|so) (?:want|wanted|need|needed|would like|am|keep|lost|missed)\b(?: to)?|\bbirthday\b|\bplease\b"
)
# Clauses that say nothing but courtesy, or who asks and why: left out whole, whatever stands in them.
ASIDE_EN = lazy.compile(
    r"(?:and |but |so |oh |well |um+ |ah |also )*(?:"
    r"(?:so |very |really |i'm |i am |we're )*(?:sorry|apologies|my apologies|apologi[sz]e|excuse me|excuse my|pardon|forgive)\b.*|(?:please )?bear with me\b.*|(?:many |lots of )?(?:thanks|thank you|cheers|ta|thx|tia|much appreciated|appreciate it|appreciated)\b.*|"
    r"(?:hi|hello|hey|hiya|dear|greetings|good (?:morning|afternoon|evening|day))(?: (?:there|all|everyone|team|bot|again|folks|xinwen|guys))*|(?:i )?hope (?:you|this|that|all|it).*|no (?:rush|hurry|worries|pressure)|"
    r"(?:so )?(?:please )?(?:could|can|would) (?:you|anyone|someone) (?:please )?(?:help(?: me)?(?: out)?(?: (?:with (?:this|that|it|something|one thing|a question|my question)|here))?|save me the trouble|do me a favou?r|enlighten me|assist)(?: please)?|any (?:help|ideas?|thoughts|pointers)(?: (?:is |would be )?(?:appreciated|welcome))?|help(?: me)?(?: out)?(?: please| pls)?|"
    r"(?:i'd|i would|we'd|we would|i'll|i) (?:really |very much |also )*(?:be (?:very |so |most )?(?:grateful|thankful|glad|obliged)|appreciate (?:it|that|some help|a check))(?: if (?:you|someone|anyone) (?:could|can|would|might) (?:please )?(?:check|help|confirm|look|clarify|clear (?:it|this|that) up|settle|explain|tell me|let me know|assist)(?: (?:it|this|that|out|up|into it|me))*)?|(?:please )?(?:could|can|would) (?:you|anyone|someone) (?:please )?(?:check|confirm|clarify|explain|look (?:it|that|this) up|tell me|let me know|clear (?:it|that|this) up|settle (?:it|this|that))(?: (?:please|for me|that|it|this))*|(?:hardware|software|finance|chips?|biology|tech|[a-z]+) (?:isn't|is not|was never|is hardly) (?:really )?(?:my|our) (?:field|area|thing|strong suit|forte|subject|beat)|"
    r"if (?:you|that|it|this|i|possible|not|at all)\b(?:(?: don't| do not)? mind| can| could| know| would| please| may| possible| remember|'s| is| isn't| (?:not )?too much| ok(?:ay)?| all right| alright| fine| trouble| to ask| have| a| moment| second| minute| handy)*|"
    r"(?:(?:a |just )?(?:quick|small|short|basic|silly|dumb|stupid|random|simple|one|another|last|final|follow-up) )+(?:question|one|thing|q|query|request|favou?r)(?: (?:for you|please|here|from me|if i may))?|question(?: for you)?|"
    r"(?:just )?(?:out of )?(?:pure |sheer |idle )?curiosity|just (?:curious|wondering|checking|asking)|i(?:'m| am) (?:just )?(?:curious|wondering|asking)|(?:just )?asking for a friend|long story short|here goes|my question is(?: this)?|here's my question|"
    r"(?:an? |the )?(?:approximat(?:e|ion)|rough(?:ly)?|ballpark|round|short|brief|one-line|estimate|x out of y|bullet points?|either|any|one sentence|a sentence|a line)\b.{0,30}(?:is|are|will do|would do|'s) (?:fine|ok(?:ay)?|enough|good|plenty|do|sufficient)|(?:just )?the (?:number|figure|name|date|year) (?:is (?:fine|enough)|will do)|no need (?:for|to)\b.*|"
    r"i(?:'m| am)(?: (?:fairly|quite|very|totally|completely|rather|pretty|still|only|just|a|relatively|really))* (?:new|newbie|novice|beginner|not an expert|no expert|student|journalist|reporter|analyst|investor|intern|trainee|teacher|shareholder|fan|researcher|editor|writer)\b.*|"
    r"(?:i(?:'m| am) )?not sure (?:if|whether) .*\b(?:help|right|place|ask|know)\b.*|i (?:hate|don't mean|hesitate) to (?:ask|bother|interrupt|be a pain)\b.*|(?:i|we)(?: currently| also)? (?:work|study|teach|intern|live|volunteer|lecture)(?:s|ing)? (?:at|in|for|with|on|as)\b.*|as (?:a|an) [\w -]{2,30}? (?:i'm|i am|we're|we are) (?:\w+ )?(?:worried|concerned|curious|interested|confused)|"
    r"(?:i|we) (?:only |just |have |'ve )*(?:joined|started|moved|switched|transferred|nodded|blanked|zoned|missed|lost|was not|wasn't|didn't catch)\b.*|"
    r"(?:i|we)(?:'ve| have)? (?:just |already |still |simply |really |quite |honestly |just now )*(?:can't|cannot|couldn't|don't|do not|didn't|haven't|am not|keep|kept)? ?(?:seem to )?(?:find|locate|remember|recall|place|follow|lose|losing|get|getting|forget|forgetting|forgot|forgotten|understand|trust|tell|work) (?:it|this|that|them|its date|the (?:date|source|number|figure|name|link|page|exact \w+)|(?:it )?(?:out|up)|any of it|a thing|mixed up|confused|which is which)(?: .{0,24})?|"
    r"(?:i )?(?:want|wanted|need|would like|'d like|like|have|had|hope|trying)(?:ed)? to (?:be (?:sure|certain|precise|accurate)|(?:get|quote|cite|footnote|phrase|put|credit|reference|word|state|spell|check|verify|confirm|double-?check|note|understand) (?:it|this|that|this part|that part|him|her|them|the \w+)(?: \w+)?|make (?:sure|certain).*)|"
    r"(?:i'd|i would|we'd|we would) (?:like|love|want|prefer) to (?:be (?:sure|certain|precise|accurate)|(?:get|quote|cite|footnote|phrase|put|credit|reference|word|state|spell|check|verify|confirm|double-?check|note|understand) (?:it|this|that|this part|that part|him|her|them)(?: \w+)?|make (?:sure|certain).*)|"
    r"(?:and )?(?:one|another|the one|the only|the) (?:thing|part|bit|point|detail) (?:i|we|that i|that we) (?:still |just |never |really )*(?:didn't|did not|don't|do not|couldn't|can't|haven't|am missing|missed|missing)\b.*|"
    r"(?:the|our|my) (?:terminal|system|internet|wi-?fi|connection|printer|laptop|computer|archive|search|link|page|site|pdf|scan|copy|printout|recording|notes?|handwriting)(?: \w+)? (?:is|are|was|were|has|have|won't|keeps?|got|went) (?:been )?(?:down|out|offline|broken|dead|gone|blurry|blurred|cut off|illegible|a mess|unreadable|lost|crashed|crash(?:es|ing)|paywalled|slow|missing|load|open)\b.*|"
    r"(?:reports|sources|accounts|people|opinions) (?:seem to |keep |all )?(?:differ|disagree|vary|contradict)\w*(?: each other| on (?:it|this|that))?|nobody (?:dared|could|wanted|knew|here|on|in|at)\b.*|(?:it|that) (?:slipped|escapes|escaped|went over) (?:my|our)\b.*|"
    r"(?:and |so )?(?:right|okay|ok|yeah|yes|no|correct|hmm+|huh|eh|y'know|you know|you see|mind you|anyway|actually|basically|honestly|well|look|listen|say|now|please)"
    r")"
)
# How a clause begins that speaks of the asker, and of what the question is for.
ASKER_EN = lazy.compile(
    r"(?!(?:and |so |but )?(?:if|when) (?:i|we) (?:add|sum|take|divide|multiply|subtract|combine|put|compare|strip|exclude|deduct|split|average)\b)(?:(?:and|but|so|also|as|since|because|while|before|after|when|whenever|now that|until|once|though|although|if|well|yesterday|today|earlier|recently|lately|at work|this morning|last night|last week|the other day|in a meeting|over lunch|at dinner) )*(?:"
    r"(?:i|we)(?:'(?:m|ve|d|ll|re))?\b(?! (?:mean\b))|(?:my|our|one of (?:my|our)) \w|"
    rf"(?:a|an|the|some|this) {PEOPLE_EN}\b(?: of (?:mine|ours)| at work)? (?:\w+ )?(?:keeps?|asked|asks|wants?|wanted|said|says|told|mentioned|claims?|brought|insists?|needs?|is|was|are)\b|some(?:one|body) (?:at|on|in) (?:work|the|my|our)\b|"
    rf"(?:for|before|ahead of|during|at|in|after) (?:my|our|a|an|the|this|that|today's|tomorrow's|tonight's|next week's|monday's|tuesday's|wednesday's|thursday's|friday's|an upcoming|the upcoming) (?:[\w-]+ ){{0,3}}?{ARTIFACT_EN}\b|"
    rf"(?:doing|writing|drafting|preparing|compiling|putting together|working on|filling in|filling out|updating|checking|reviewing|studying|reading|collecting|building|making|finishing|editing|researching) (?:up )?(?:on )?(?:a|an|my|our|some|the|this|that)\b(?: [\w-]+){{0,3}}? {ARTIFACT_EN}\b|"
    r"(?:to|just to) (?:settle|finish|complete|double-?check|round|be|make|get|avoid|help|prepare)\b|trying to\b|looking to\b|half-remember\w*|need to\b|want to\b|wanted to\b|need (?:one|a|an|the|some)\b|(?:and|but) (?:am|was|need|needed|want|wanted|would|have|had|can't|couldn't|don't|didn't|still|keep|lost|missed|nodded|forgot)\b|thinking (?:of|about)\b|debating\b"
    r")"
)
# How the question itself is brought in. What stands behind it is asked.
ASKS_EN = lazy.compile(
    r"(?:(?:and|but|so|also|then|now|or|therefore|hence|please|kindly|perhaps|maybe|sorry|excuse me|hi|hello|hey|ok|okay) )*"
    rf"(?:(?:for|before|ahead of|during|at|in) (?:my|our|a|an|the|this|that|today's|tomorrow's|[a-z]+day's) (?:[\w-]+ ){{0,2}}?{ARTIFACT_EN} )?(?:"
    r"(?:please |kindly )?(?:could|can|would|will|might) (?:you|u|anyone|anybody|someone|somebody|one)(?: please| kindly| possibly| perhaps| maybe| just| quickly| also| be able to| be so kind as to)* (?:tell|let|help|give|show|remind|enlighten|inform|fill|walk|point|explain to|confirm for|check for|find for) ?(?:me|us)?(?: (?:know|understand|find out|find|work out|figure out|in on|through|to|out|with|both|again|briefly|quickly|please))*|"
    r"(?:please |kindly )?(?:could|can|would|will) (?:you|u|anyone|someone)(?: please| kindly| possibly| perhaps| just| quickly)* (?:explain|check|confirm|say|clarify|look up|find out|find|work out|figure out|share|dig up|pull up|spell out|specify|state|recall|remember)(?: for (?:me|us))?|"
    rf"(?:(?:my|our|the|a|an|one of my|some) {PEOPLE_EN}(?: of mine)?|he|she|they)(?: just| also| now| still| really| always| keeps?)* (?:(?:wants?|wanted|needs?|needed|would like|'d like|was curious|is curious|is dying)(?: me)? to (?:know|find out|understand|check|hear)|(?:asked|asks|asking|wonders|wondered)(?: me)?(?: about)?(?= (?:what|which|who|whom|whose|when|where|why|how)\b))|"
    r"(?:i|we)(?:'m| am)? (?:just |only |still |really |also )*(?:need(?:ed)?|want(?:ed)?|lack|miss(?:ing)?|after|looking for)(?= the (?:exact )?(?:year|month|date|day|city|country|name|number|reason|percentage|share|amount|price)\b)|"
    r"(?:it|that)(?:'d| would| will|'ll)(?: really| also)? (?:help|be (?:good|great|nice|useful|helpful|handy|lovely|interesting))(?: me| us| a lot)? to (?:know|have|see|learn|find out|hear)|(?:what|all|the (?:one |only )?(?:thing|bit|part)) (?:i|we)(?:'d| would)?(?: really| still| just)? (?:need|want|like|am after|can't find|am missing)(?: to (?:know|find out|understand|see|learn))? (?:is|are)(?= (?:what|which|who|whom|whose|when|where|why|how|the)\b)|"
    r"(?:still |just |only |also |and )*(?:need|needs|want|wanted|would like|hoping|trying) to (?:know|learn|find out|understand|check|confirm|pin down|establish)(?= (?:what|which|who|whom|whose|when|where|why|how)\b)|(?:may|might|can|could) (?:i|we) (?:please )?(?:know|ask|find out|learn|have|get)|would you mind (?:[\w ]{2,30}? and )?(?:telling|letting|giving|explaining|checking|confirming)(?: (?:me|us))?(?: know)?(?: to me)?|(?:which is why|that's why|hence why|so) i(?:'m| am)? ask(?:ing)?|(?:do|would|does) (?:you|u|anyone|anybody|someone) (?:happen to |by any chance |perhaps )?(?:know|remember|recall|have any idea)|(?:is it|would it be) possible to (?:know|find out|tell me|learn)|"
    r"(?:have you got |got |do you have |is there )?any (?:idea|clue|chance you(?: could)?(?: know| tell me)?|word on|info(?:rmation)? on|details? on)(?: of| about| as to)?|"
    r"(?:i|we)(?:'d| would) (?:really |just |also |very much )?(?:like|love|want|be (?:grateful|glad|keen|interested|curious)|need|appreciate)(?: to)? (?:know(?:ing)?|learn|find out|understand|ask(?: you)?|check|hear|see|confirm|get)(?: (?:from you|more about|about|again))?(?: if you (?:could|can) tell me)?|"
    r"(?:i|we)(?:'m| am|'re| are)? ?(?:really |just |also |only |still |mainly |simply |actually )*(?:want(?:ed)?|need(?:ed)?|have|had|wish(?:ed)?|trying|hoping|looking|dying|keen|eager|curious|interested|meant) to (?:know|learn|find out|understand|ask(?: you)?|check|hear|see|confirm|work out|figure out|pin down|establish|determine)(?: (?:about|from you|exactly|again))?|"
    r"(?:i|we)(?:'m| am|'re| are| was| were)? (?:just |also |only |still |now )*(?:wonder(?:ed|ing)?|curious|unsure|not sure|not clear|unclear|asking)(?: (?:about|if (?:you|anyone) (?:could|can|might|would) (?:tell me|explain|know)|whether you know|to know|as to))?|"
    r"(?:i|we) (?:still |really |just )*(?:don't|do not|can't|cannot|couldn't|didn't)(?: quite| really)? (?:know|remember|recall|understand|get|see|figure out|work out|tell|make out)(?= (?:what|which|who|whom|whose|when|where|why|how)\b)|"
    r"(?:(?:my|the|one|only) (?:\w+ )?question|what (?:i|we)(?:'d| would)? (?:really )?(?:want|need|like|wonder)(?: to know| to ask)?|the (?:only )?thing i (?:want|need)(?: to know)?)(?: is| about it)?|(?:please |kindly )?(?:tell|remind|inform) (?:me|us)(?: again)?|(?:please |just |kindly )?let (?:me|us) know|help me (?:understand|find out|work out|figure out|out with|with|find)"
    r")[,:]?(?: (?=\S)|(?=[,?]|$))"
)
INTERROGATIVE_EN = lazy.compile(r"\b(?:what(?:'s|'re)?|which|who(?:'s|m|se)?|when(?:'s)?|where(?:'s)?|why|how(?:'s)?)\b|^(?:please )?(?:list|name|compare|summari[sz]e|describe|explain|outline)\b")
# That which a question means from before: without it, it is none.
POINTS_EN = lazy.compile(r"\b(?:it|its|they|them|their|theirs|he|she|him|his|her|hers|that|those|these|this|there|such|so|one|ones|both|each|either|the (?:same|other|others|rest|two|three))\b")
# The same, of what was said of somebody: their name does not tell it.
POINTS_AT_THING = lazy.compile(r"\b(?:that|those|these|this|there|such|so|ones|either|the (?:same|other|others|rest|two|three))\b|[那该此](?!么|些年|几年|一年|块|部分)|这(?!么|些年|几年|一年|一?块|部分|边|里|家|款)|背后|同样|两者|二者|双方|前者|后者")
# A clause with such words may narrow what is asked: what it says is kept.
NARROWS = lazy.compile(
    r"\b(?:only (?:interested|care|about|the|want|need)|business|segment|division|unit|quarterly|interim|adjusted|non-gaap|excluding|except|besides|apart from|overseas|domestic|not (?:the|its|their)|rather than|instead of|specifically|particularly|mean)\b|"
    r"业务|板块|事业部|分部|部门(?:的)?(?:营|收|利)|单季|季度|海外|境外|国内|内销|外销|不含|不是(?![^,]{2,24}[嘛吗么])|而不是|扣除|除了|只看|只想看|只关心|专门"
)

_MAKES_ZH = r"(?:撰?写|整理|准备|做|制作|编(?:写|辑)?|画|填写?|补(?:上|充|一?页)?|更新|核对|对(?:账|数)|统计|收集|搜集|汇总|查(?:资料)?|研究|分析|比较|对比|看|读|翻(?:译)?|听|追踪?|跟进|关注|学习?|复习|备课|备考|校对|引用?|交|赶|拟|起草|讨论|争论|评估|考虑|了解|认识|梳理|归纳|盘点|检查|走读|温习|做做)"
_ARTIFACT_ZH = (
    r"(?:导言|前言|引言|综述|特稿|书评|读后感|笔记|摘要|总结|小结|纪要|表格|比较表|对照表|一览表|清单|列表|表|投影片|幻灯片|简报|ppt|slides?|deck|报告|周报|月报|日报|研报|稿子|稿件|文稿|讲稿|文章|新闻稿|专栏|专题|推文|贴文|帖子|部落格|博客|公众号|懒人包|图表|图卡|"
    r"脚本|影片|视频|节目|播客|podcast|功课|作业|论文|课题|题目|考试|考题|测验|教案|教材|课程?|功夫|资料卡?|小抄|大纲|提纲|草稿|备忘录?|邀请函|信|邮件|电邮|企划书?|提案|简介|介绍|档案|名单|时间线|年表|产业分类|分类|模型|数据库|资料库|词汇表|词条|段落|一段|一页|一格|一栏|一句|一行)"
)
# Who speaks of themselves, and what they do with what they ask for.
ASKER_ZH = lazy.compile(
    r"(?:因为|所以|但是?|不过|而且|另外|然后|由于|刚才?|刚刚|今天|昨天|昨晚|早上|上午|中午|下午|晚上|明天|后天|最近|近来|这几天|这两天|前几天|那天|这阵子|平时|平常|之前|以前|上次|这次|周末|下周|下星期|下礼拜|这周|这礼拜|这星期|上周|上礼拜|待会儿?|等等|等一下|等会儿?|稍后|一会儿?|[下上这本]个?月|明早|今早|开会时?|吃饭时?|上课时?|聊天时?|早会|例会|其实|老实说|说来)*,?(?:"
    r"(?:看|读|听|刷|翻|瞄)(?:过|到)[^,?]{0,14}?(?:一?[篇则份期]|稿子|文章|报道|新闻|帖子|节目)|写[^,?]{2,8}写到|听(?:老|隔壁|一个|几个)?(?:同事|朋友|客户|前辈|同行|亲戚|邻居)(?:们)?(?:聊|讲|说|谈|提)|翻了|翻(?:看|到|阅)|做[\u3400-\u9fff]{2,4}的(?:朋友|同学|亲戚|客户|同事)|"
    rf"我(?!国|司|市|省|县|方)|咱|俺|本人|小弟|在下|{PEOPLE_ZH}|"
    rf"(?:正在|正|在|想要?|要|打算|计划|准备|考虑|需要|得|帮(?:忙|人|同事|主管|老板|朋友|客户|家人))(?:先|来|去|帮忙?|帮(?:同事|主管|老板|朋友|客户|家人|我[妈爸])|著手|开始|认真|快速|简单)*(?:给[^,]{{1,4}})?(?:{_MAKES_ZH}|[帮替](?:[他她它]们?|忙)?(?:挑|选|买|找|查)|换|买|挑|选|投(?:资|递|稿)|面试|应征|求职|采访|访问|拜访|见|入手|订|租|装|搬|去|存)(?!了?多少|[些到]|成|出|中的|哪|的|什么|啥|怎)|"
    r"(?:只|就|还|仍|刚好?)(?:差|缺|少|剩)(?!多少|几|额|距|价)|手[上边头](?:只|没|缺|的资料)|(?:一时|怎么)(?:都|也)?(?:想不|找不|答不|记不|查不|看不)|怕(?:自己)?(?:写|记|搞|弄|讲|引|填|算|报)错|(?:有点|有些|一直|完全|还是|都)?(?:搞不|弄不|分不|看不|听不|记不|想不|理不)(?:太)?(?:懂|清|起|到|出)|忘(?:了|记)|记得|(?:依稀|隐约|只|好像|印象中?)(?:记得|有印象|看过|听过)|印象中|"
    r"(?:[要会得]|准备|打算|约了?|即将|可能要?)+(?:跟|和|与|同|陪)[^,]{1,14}?(?:开(?:个)?会|见(?:个)?面|碰(?:个)?面|碰头|吃(?:个)?饭|会面|面谈|谈|聊|通(?:个)?话|视讯|视频|对谈|同台|合作|打交道)(?:$|,)|"
    rf"{_MAKES_ZH}[^,?]{{1,14}}?(?:的)?(?:时候?|过程中?|途中|到一半|之?前)(?:,|我|发现|卡住|看到|遇到|漏|少|缺|$)|为了{_MAKES_ZH}|对[^,?]{{1,10}}?(?:有点?|有些|有所|很|不太?|一直|特别|都)?(?:争论|争议|疑问|疑惑|好奇|感?兴趣|不?确定|不?清楚|不?熟|不?懂|一窍不通)|正?在[^,?]{{2,30}}之间(?:犹豫|纠结|选择|摇摆|考虑|做选择)|(?:刚好|正好|恰好|偶然|无意中)?(?:听说|看到|看见|发现|注意到|读到|刷到|翻到|据说)(?!的)|方便(?=我|对比|比较|对照|核对|参考|引用|记录|说明|$)"
    r")"
)
# Clauses that say nothing but courtesy, or what state the asker is in: left out whole.
ASIDE_ZH = lazy.compile(
    r"(?:啊|哦|噢|嗯+|呃|那个|好的?|对了|嗨|哈喽|哈啰|hi|hello|hey)?(?:"
    r"(?:非常|真的?|很|十分|实在|万分)?(?:不好意思|抱歉|对不起|冒昧|打扰|打搅|叨扰|劳驾|谢谢|感谢|多谢|感恩|谢啦|谢了|辛苦|麻烦|拜托)(?:了|啦|你|您|各位|大家|一下|打扰|叨扰|了各位|大家了|各位了|你们|您们|先|哦|喔|呀|啊|[!~])*|先(?:谢谢|谢过|感谢|道谢)(?:了|你|您|各位|大家|啦)*|(?:请)?(?:多多)?(?:指教|包涵|见谅)(?:了|一下)?|"
    r"(?:您|你|你们|大家|各位)好(?:呀|啊)?|早安?|早上好|午安|下午好|晚上好|哈喽|哈啰|嗨|hi|hello|hey|在吗|"
    r"(?:想|要|只|顺便|顺道|顺手|随口|就|再|我|也|来)*(?:好奇)?(?:问|请教|打听)(?:一?下|一?句|一声|个(?:小|笨|蠢|基本|简单)?问题|一?个(?:小|笨|蠢|基本|简单)?问题|个事儿?)?|(?:有|问)一?个(?:小|笨|蠢|基本|简单)?问题(?:想)?(?:请教|问)?(?:一下)?(?:你|您|大家)?|"
    r"(?:请)?(?:快速|简单|简短|大概|大致|粗略)?(?:地)?(?:回答|回复|说|讲)(?:一下)?(?:就好|即可|就行|就可以)?|(?:大概|大约|约略|粗略|概略|整)(?:的)?(?:数|数字|就好|即可|就行|就可以)+|(?:给个|报个)?数字?(?:就好|即可|就行|就可以)|不用(?:太)?(?:详细|精确|多)(?:说明)?|(?:越|愈)(?:快|简短|详细)(?:越|愈)好|"
    r"(?:组员|大家|同学|同事|各家|几个人)(?:们)?(?:各说各话|说法不一|吵翻|意见不一|众说纷纭|都不确定|都不知道|争(?:论|执)(?:不休)?)|(?:其他|其余|别的)(?:段落|部分|地方|栏位|规格|项目|数据|资料|内容|数字)?我?(?:们)?(?:都|全|已经?)+(?:对过|看过|查过|查好|找到|找齐|填好|填完|写好|确认过|做好|弄好|有)了?|"
    r"[^,?]{0,8}我们?(?:都|全|已经?|自己)+(?:看|查|对|比|找|问|填|写)(?:过|好|完|到)+了?|我们?(?:只|就)?(?:是|算|属于)[^,?]{0,10}(?:新人|新手|学生|研究生|记者|编辑|分析师|股东|散户|小股民|股民|小白|菜鸟|外行|门外汉|读者|老师|实习生|投资人|投资者|爱好者|用户|粉丝)|我?(?:才|刚|最近|上周|新)+(?:入行|入职|入坑|接手|转行|来的|开始(?:学|看|研究|投资|关注))[^,?]{0,6}|"
    r"[^,?]{0,8}(?:功课|做功课|简报|报告|作业|提案|会议|采访|访谈|面试|写稿|做表|写报告|参考|存档|备查)(?:(?:上|时|里)?(?:要|会|需要?)?(?:用(?:得?到|的|上)?|交)|用(?:的)?|急用)|"
    r"(?:我们?|想|要|先|来|再|多|也|大概|稍微|得|去)*(?:了解|认识|研究|打听|摸清|熟悉|搞清楚|做点?功课)(?:一?下|一些|些)?(?:这个?|那个?|整个|相关的?|大致的?|基本的?)?(?:市场|行情|行业|产业|状况|情况|现况|背景|底细|对方|概况|局势|局面)?|"
    r"(?:我们?|想|要|先|来|再|多|也|大概|稍微|得|去)+(?:了解|认识|知道|打听|看看)(?:一?下|一些|些)?(?:[他她]|这个?人|那个?人|此人|对方|这位|那位)(?:是谁)?(?:的)?(?:背景|来历|来头|底细|资历|底子|为人)?|"
    r"[^,?]{0,5}(?:跟|和|与|陪|约)(?:客户|老板|主管|同事|朋友|团队|家人|老师|同学|投资人|对方)(?:们)?(?:要|一起)?(?:开会|吃饭|见面|讨论|报告|聊天|提案|出差|通话)|(?:可以|能|能不能|方便)?(?:补|提供|发|贴|传|分享|转)(?:给)?(?:我|一下)(?:看|吗|么|嘛|呢)*|(?:有点|挺|很|蛮|超|比较)?(?:急|赶)的?|"
    r"(?:很|有点|好|非常|挺)?(?:失望|困惑|疑惑|混乱|好奇|纳闷|著急|急|头痛|头大)(?:得很)?|(?:急|在线等|十万火急|赶时间|急用|急需)(?:,?谢谢)?|方便(?:我)?(?:对比|比较|对照|核对|参考|引用|记录|说明|做表)?(?:一下)?(?:的话)?|(?:如果|若|要是)?(?:方便|可以|不介意|知道|有空|不麻烦)的话|"
    r"(?:我)?(?:一时|当下|当场|现场|怎么)?(?:都|也|就)?(?:想不起来?|找不到(?:出处|资料|数据|答案|了)?|答不(?:上来|出来|出)|记不(?:得|清|起来|清楚|住)(?:了)?|忘(?:了|记了?)|不好意思(?:当场|当面|直接|再|开口)?问|没(?:听清楚?|记下来?|抄到|注意|看清楚?|跟上))(?:了)?|"
    rf"(?:今天|明天|后天|今晚|明晚|[下这本]个?(?:周|礼拜|星期|月)[一二三四五六日天末]?|周[一二三四五六日末]|月底|年底|待会儿?|等等|晚点|早上|下午|晚上|上午)?(?:我|我们)?(?:要|得|需要?|会|想|准备|打算|轮到我)*(?:跟|向|给|和|与|替|为|帮)(?:我们?|咱们?)?(?:家|的)?(?:{PEOPLE_ZH}|主管|经理|总监|学生|董事会|投委会|评审|投资人|媒体|团队)(?:们)?(?:做|作)?(?:一?[个份次场])?(?:报告|汇报|简报|提案|交代|介绍|讲解|说明|上课|分享|讲课|开会|解释)(?:[^,?多少几什么哪谁]{{0,12}})?|"
    rf"(?:我)?(?:[今明后][天年晚]|[下这]个?(?:周|礼拜|星期|月|半年)[一二三四五六日天末]?|周末|暑假|寒假|年底|过年|国庆|连假|假期)?(?:我们?)?(?:要|想|打算|计划|准备|正要)(?:跟|和|带|陪|与|同)(?:{PEOPLE_ZH}|家人|家里人|爱人|另一半|对象)(?:一起)?(?:去|到|回|飞|上)[^,?]{{1,8}}|"
    r"(?:现在|后来|刚刚|一下子)?(?:就|又|也|却|都)?(?:找|翻|搜|查)不(?:到|著|着|回来)了?|(?:那个|具体|确切|原|完整)(?:的)?(?:词|话|句子?|说法|数字|名字|字眼|日期|标题|内容)(?:我)?(?:是什么)?(?:已经|都|又)?(?:忘|不记得|记不(?:清|得|起来)|想不起来)(?:了|记了?)?|"
    r"(?:每家|各家|大家|每个人|每篇|各个|每次|网上)(?:的)?(?:讲|说|写|记|报|给)?(?:的)?(?:讲法|说法|数字|定义|版本|答案|口径)(?:都|全)?(?:不(?:太)?(?:一样|同|一致)|对不上|乱七八糟|五花八门|有出入)|"
    r"(?:照理|按理|按道理|理论上|常理)(?:来)?(?:说|讲)?(?:,)?(?:它|他们?|公司)?(?:应该|应当|应|该|要|会)[^?,]{1,14}|(?:我)?(?:是|作为|算是)?(?:一?个)?(?:外行|门外汉|小白|新手|菜鸟|非专业)(?:人|人士)?(?:不(?:太|大)?(?:明白|懂|了解|理解|清楚)|看不(?:太)?(?:懂|明白)|完全不懂|搞不(?:懂|清))?|(?:想)?(?:请教|问|请问|顺便问)(?:问)?(?:一?个)?(?:外行|笨|蠢|基本|基础|入门|小白|简单|初级)(?:的)?问题|"
    r"(?:我)?(?:不太?|还不|有点?不)?(?:确定|知道|清楚|懂)[^,?]{0,6}(?:该|要)(?:怎么|如何)(?:理解|翻译?|解释|写|说|讲|表达|引用)|顺便(?:问问|打听|请教)(?:一下)?|(?:我)?(?:老家|家|公司|学校)(?:是|在|就在)[^,?]{1,6}(?:的|人)?|"
    r"(?:我)?(?:怕|担心)(?:自己)?(?:写|记|搞|弄|讲|引|填|算|报|说|念)错(?:了|职称|名字|数字|日期|地方|头衔)*|(?:我)?(?:印象|记忆)(?:有点|很|已经|不太)?(?:模糊|深刻|清楚|淡了)|(?:有个|有一?个|剩)?小?地方(?:我)?(?:忘了|不懂|不确定|不清楚|没看懂)"
    r"|(?=.*(?:帮|[麻劳]烦|拜托|[请求望盼]|能|可|方便|告知|给个|[看查翻找讲说核]))(?:可以|能不能|能否|可否|可不可以|方不方便|方便|是否方便|能|请|求|望|盼|还|再|先|想|麻烦|拜托|烦请|劳烦|劳驾|您|你|大家|谁|哪位|有人|帮忙|帮我|帮个忙|帮|替我|给我|告诉我|跟我|让我|为我|大佬|高手|前辈)*"
    r"(?:告知|补(?:上|充|全|齐)?|查证|查核|查(?:个|查|看|到)?|翻(?:翻|查|看)?|找(?:找|到)?|看(?:看)?|核(?:对|实|一核)?|确认|理(?:理|清)|捋(?:捋)?|厘清|澄清|讲(?:讲|清楚)?|说(?:说|清楚|明)?|解释|解惑|释疑|科普|指点|指教|赐教|回答|回复|回覆|答复|答覆|解答|提供|代劳|算(?:算)?|给个(?:区间|范围|数字?|说法|答案|准话|准数|准信|大概|方向|参考))(?:一查|一下|一二|一声|下|给我|清楚|明白)*(?:吗|么|嘛|呢|吧|呗|好吗|行吗)?(?:,?谢谢)?"
    r"|(?:我|自己)?(?:有点|有些|挺|很|蛮|颇|真)?(?:意外|惊讶|吃惊|不解|纳闷|诧异|没看(?:懂|明白)|摸不着头脑|一头雾水|完全?没(?:有)?概念|没听(?:懂|明白)|想不通|想不明白)|(?:有(?:一?件|个)事|有(?:个|一)点)(?:想)?先?(?:确认|请教|问|查证)(?:一下)?|[他她](?:很|有点|非常)?(?:着急|好奇|担心|想知道)"
    r")[呢啊呀哦喔吧了~!]*"
)
# How the question itself is brought in; what stands behind it is asked.
_CAN_ZH = r"(?:可以|能不能|能否|可否|可不可以|方不方便|方便|是否可以|是否能|能)"
_PLEASE_ZH = r"(?:麻烦|拜托|烦请|劳烦|请)"
_FIND_ZH = r"(?:请问|请教|确认|核实|核对|了解|知道|打听|搞懂|弄懂|搞清楚|弄清楚|查查|查一?下|问问|问一?[下句]|问|请教|找一?下|找出|看看|看一?下)"
ASKS_ZH = lazy.compile(
    r"(?:所以|那么?|因此|于是|顺便|顺道|另外|还是|还|再|也|先|我们?|就|只|主要|其实|现在|倒是|不知道?|有没有人|最后|,)*(?:"
    rf"请问|请教|急需|急著?要|我们?(?:只|还|就)?需要(?!多|哪|什么|几|谁|先|经过|的)|[他她]们?(?:很|一直)?想(?:知道|问|了解)|(?:很|特别|一直)?(?:想|要|需要|希望|来)(?:跟|向|和|同)?(?:您|你|大家|各位)?(?:再|先|先来|多)?{_FIND_ZH}|想?{_PLEASE_ZH}(?:您|你|大家)?(?:帮忙|帮我|帮|替我|告诉我|跟我说|给我|解释|说明|讲讲?|说(?=一?[下说])|介绍|查|确认|指点)|想?麻烦(?:您|你)|想请(?:您|你)|"
    rf"{_CAN_ZH}{_PLEASE_ZH}?(?:您|你|大家|谁)?(?:简单|大概|快速|稍微|再|直接|简短|用白话)?(?:帮忙|帮我|帮|替我|告诉我|跟我说|和我说|给我|解释|说明|讲(?=一?[下讲])|说(?=一?[下说])|介绍|列(?=一?下)|找(?=一?下)|查(?=一?[下查])|看(?=一?下))|帮我|帮忙(?=[^,]{{2}})|告诉我|跟我说|我?(?:的)?(?:问题|疑问)是"
    r")(?:您|你|大家|各位|大神|前辈|高手|大佬|们|一下|下|帮忙|帮我|告诉我|跟我说|给我|麻烦|请问|请|查一查|查一下|查查|查|找一下|找|讲一下|讲讲|说一下|说说|说明一下|说明|解释一下|解释|确认一下|确认|核对一下|核对|看一下|看看|列出|整理|补上|回忆|的是|一句|[:,])*"
)
# A request around what is asked for: 把…依年份列給我嗎, 各列一下, 幫忙倒算一下.
REQUEST_ZH = (
    (lazy.compile(r"(?:(?:可以|能不能|能否|可否|可不可以|方不方便|方便|是否)(?:请|麻烦|拜托)?(?:您|你)?(?:帮忙|帮我|帮)?|(?:想)?(?:请|麻烦|拜托|烦请)(?:您|你)?(?:帮忙|帮我|帮)?)(?:把|将)(?=[^,?]{2})"), ""),
    (lazy.compile(r"(?:(?<=[数额率价量值例重润])|(?<=营收)|(?<=收入)|(?<=占比))(?:分别|各自?|逐一)(?:列|报|说|整理|罗列)(?:出来|一下|出|给我|清楚)*(?:吗|么|吧|呢)?(?=$|[?。!])"), "分别是多少"),
    (lazy.compile(r"(?:都|各自?|分别|一并|全部)?(?:(?:依|按照?|照)(?:时间(?:顺序|先后)?|年份|年代|先后|顺序|大小|高低)?)?(?:列|排|整理|罗列|列举|汇整)(?:成表|成一?张表|出来|一下|在一起|一起|清楚)*(?:给我(?:看看?|参考)?|一下|出来)+(?:吗|么|吧|呢)?(?=$|[?,。!])"), ""),
    (lazy.compile(r"(?:的)?(?:数字|数据|资料)?(?:放在一起|摆在一起|并列|做个?(?:对比|比较)|对照一下)(?:给我)?(?:看看?|参考)?(?:吗|么|吧|呢)?(?=$|[?,。!])"), "对比"),
    (lazy.compile(r"(?<=[\u3400-\u9fff])(?:可以|能不能|能否|方便)?(?:帮我?|请|麻烦)?(?:您|你)?(?:告诉我|跟我说|说明)(?:一下)?(?:吗|么|吧|呢)(?=$|[?。!])"), ""),
)
# That something is to be put in order of time, and that it is what somebody did.
IN_ORDER_ZH = lazy.compile(r"(?:依|按照?|照)(?:时间(?:顺序|先后)?|年份|年代|先后(?:顺序)?)[^,?]{0,3}(?:列|排|整理|罗列|列举|汇整|写|讲|说)|(?:列|排|整理)(?:成|个|出)?(?:时间线|年表|时间轴)")
WORKED_ZH = lazy.compile("任职|工作|待过|职位|职务|求学|学历|经历|履历|公司|做过|职业")
# What asks, whatever courtesy stands around it.
ASKS_OUTRIGHT = lazy.compile(r"谁|哪|多少|几(?=[个家年月天位名款种])|什么(?!都|的$)|何时|\b(?:what|which|who|whose|when|where|why|how)\b(?! (?:i|we)\b)")
INTERROGATIVE_ZH = lazy.compile(r"多少|几(?!乎|次三番|个(?:同事|朋友|人))|多[大高长久远快重]|什么|啥|哪|谁|何|怎|吗|呢|为何|是否|有没有|是不是|咋|对比|比较一下|差别|区别|差多少|介绍|列出|解释|经历")
POINTS_ZH = lazy.compile(r"[他她它]们?|其(?![中他它实])|[那该此](?!么|些年)|这(?!么|些年)|背后|同样|对方|两者|二者|双方|前者|后者")
SHOPPING_ZH = lazy.compile(r"(?:我|我们|最近|正|正在|在|想|要|打算|考虑|准备)*(?:换|买|挑|选|入手|购买|添购|升级)(?:一?[台支辆款部双件个把只]|新的?)?[\u3400-\u9fff]{1,6}")
# What of a clause about the asker says no more than that: what it begins with, and what may stand in it.
LEAD_ZH = lazy.compile(
    rf"(?:刚好|正好|恰好|偶然|无意中|听说|听到|看到|看见|看过|发现|注意到|读到|刷到|翻到|在意|比较在意|{PEOPLE_ZH}|我们?|咱们?|俺|因为|所以|但是?|不过|而且|然后|由于|今天|昨天|昨晚|早上|上午|中午|下午|晚上|明天|最近|近来|平时|平常|刚才?|刚刚|下周|下星期|下礼拜|下个?月|这周|这礼拜|上周|周末|"
    rf"{_MAKES_ZH}|正在|正|在|想要?|想|要|打算|考虑|需要|帮忙?|先|再|也|才|还|只|就|差|缺|少|剩|都|一直|老是|老|总是|总|常常|经常|有点|对|把|给|替|为了?|怕|听说|听到|看到|看见|看过|记得|印象中?|忘了|注意到|发现|"
    r"在意|好奇|关心|问起|问到|问|提到|提起|提|讲到|讲|聊到|聊|说到|说起|说|谈到|谈|讨论到?|争论|拿著|持有|手上|手边|手头|这边|那边|这里|换|买|挑|选|开会|会上|会议上|课上|有人|有|一个|一份|一段|一篇|一则|一张|一页|一支|一家|几个|几家|几宗|几款|一些|一下|了|过|著|的)+"
)
FRAME_ZH = lazy.compile(
    rf"{PEOPLE_ZH}|(?:的)?{_ARTIFACT_ZH}|"
    r"(?<=[要会得备算约])(?:跟|和|与|同|陪)|(?:开(?:个)?会|见(?:个)?面|碰(?:个)?面|碰头|吃(?:个)?饭|会面|面谈|通(?:个)?话|视讯|视频|对谈|同台|打交道)$|"
    r"也(?:有)?(?:在)?(?:做|搞|卖|推|进)(?:这个|这块)?$|(?<=[\u3400-\u9fff])这(?:一)?(?:块|件事|方面)$|"
    r"(?:要|想|请|叫|让|催|在|都|一直|总|老|刚|突然|常常|经常|临时|最近|开会|会议上|会上)*(?:我|我们)(?:想|要|在|正在|需要|把|来|也|都|还|就|再|先|去)*|(?:要|想|还|就|只)(?:引|交|写|查|补|填|差|缺)(?:了|一|个|到)*|(?:问|提|说|讲|聊|谈|争论|讨论)(?:起|到|过|了)+|"
    r"(?:之前|以前|前阵子|前几天|早前|曾经|好像|依稀)*(?:看|读|听|刷|翻|瞄)(?:过|到)(?=.{0,12}?一?[篇则份期])|一?[篇则份期](?:讲|说|写|谈|介绍|关于)?(?=[\u3400-\u9fff]{2})|写[\u3400-\u9fff]{2,6}写到|(?:这|那)一?(?:段|部分|块|节|页)|听(?:老)?(?:同事|朋友|客户|人)(?:们)?(?:聊|讲|说|谈)(?:起|到)|(?:总|老|一直)?(?:觉得|感觉)|(?:有点|不太|怪怪的|很)*(?:不太?对劲|不对劲|怪怪的|很奇怪|有问题)|的事情?(?=$|[,。])|稿子|小时候就?|听说过|(?:都|老|总|一直)*(?:在)?(?:讲|提到|碰到|遇到)(?=[\u3400-\u9fff“\"「])|"
    r"想先|总量|出处|交代|整体规模|这一?块|那一?块|这个词|不好意思|当场|一时|常常|忘记|依据在?|犹豫|纠结|下礼拜|下星期|下周|还差|只差|还缺|之间(?:犹豫|选择)|犹豫|的?股票|的(?:大|小)?(?:股东|用户|粉丝|客户|会员|员工|读者)$|吃饭|有点?(?:争论|争议|疑问|疑惑|好奇|兴趣)|有点|不知道|不太懂|不太清楚|没听懂|没听过|没头绪|功课|的数据|的数字|的资料|的情况|很(?:失望|好奇|困惑)|看好"
)
# Worked out backwards from a growth, and a profit net of what comes once, as people put them.
BACKWARDS = (
    r"\b(?:work|count|reason|calculat|reckon|solv|comput)(?:e|ed|ing)? back(?:wards?)?(?: from [^,?]{2,50})?,? (?=(?:\w+ ){0,2}?(?:what|how)\b)"
    r"|\b(?:do|doing|run|running) (?:the |that |a )?(?:sums?|maths?|numbers?|calculations?|arithmetic) (?:backwards?|in reverse)(?: and (?:tell|telling|give|giving|show|showing) me)?,? (?=(?:\w+ ){0,2}?(?:what|how)\b)"
    r"|\b(?:back|reverse[- ]engineer)ing (?:it |this |that )?(?:out )?(?:from|of) [^,?]{2,50},? (?=(?:\w+ ){0,2}?(?:what|how)\b)"
)
NET_OF_ONE_OFFS = (
    r"(?<=profit )(?:after |net of |before |minus |less )?(?:deducting|excluding|stripping out|taking out|removing|without|ex) (?:the )?"
    r"(?:non-?recurring|one-?off|exceptional) (?:gains(?: and losses)?|items|profits?|income)\b"
)
