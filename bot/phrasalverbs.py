"""English verbs with a particle, and turns with one, put as news has them: shift copies, go for a price, weigh on a margin.

What such a verb means is told by no word of it alone, so that no dictionary has it for an article in Chinese: "hand over" is
deliver, "turn out" is produce. Which of several meanings it has is told by what is asked: how many were shifted are sold,
what somebody moves over to is a firm. Patterns are matched against folded text, as those of `bot.figuretalk`.
"""

from __future__ import annotations

from functools import lru_cache

from bot.rewrites import Rewrites, put
from kb import lazy

_AUX = "(?:did|do|does|has|have|had|can|could|will|would|is|are|was|were)"
_MANY = rf"\bhow (?:many|much)\b(?P<what>[^?,;]{{0,60}}?) (?P<aux>{_AUX}) (?P<who>[^?,;]{{2,60}}?) "
_HOLDER = r"(?:customers?|buyers?|clients?|owners?|drivers?|dealers?|airlines?|carriers?|users?|consumers?)"
_RUNS = "(?:keep(?:s)? )?(?:work|run|go|last|operat|function|fly|play|stay (?:up|on|awake)|carry on)(?:s|e|es|ing)?(?: working| running| going| flying)?(?: for)?"
_CHARGE = "(?:on|per|from|off|between|with) (?:a |an |one |each |every |the )?(?:single |full |one )*(?:battery )?charges?"
_DOWN = r"(?:weigh(?:s|ed|ing)? (?:up)?on|drag(?:s|ged|ging)? (?:down(?: on)?|on)|eat(?:s|ing)? (?:away )?(?:at|into)|ate into|pull(?:s|ed|ing)? down|bring(?:s|ing)? down|brought down|push(?:es|ed|ing)? down|driv(?:es|ing) down|drove down|hold(?:s|ing)? (?:back|down)|held (?:back|down)|knock(?:s|ed|ing)?|squeez(?:es|ed|ing)|dent(?:s|ed|ing)?|depress(?:es|ed|ing)?|erod(?:es|ed|ing)|sap(?:s|ped|ping)?)"
_UP = r"(?:push(?:es|ed|ing)? up|driv(?:es|ing) up|drove up|pull(?:s|ed|ing)? up|prop(?:s|ped|ping)? up|buoy(?:s|ed|ing)?(?: up)?|boost(?:s|ed|ing)?|lift(?:s|ed|ing)? up)"
_CARRIES = "(?:driv(?:es|ing|e)|drove|driven|push(?:es|ed|ing)?|send(?:s|ing)?|sent|forc(?:es|ed|ing)|pull(?:s|ed|ing)?|drag(?:s|ged|ging)?|tak(?:es|ing)|took|knock(?:s|ed|ing)?)"
_BY = r"(?:^|(?<=[,:;] )|(?<=[,:;]))what(?:'s|’s| is| was| has| had| has been| had been| have been| exactly)? (?:it that )?(?:been )?"
_FIGURE = r"(?P<it>[^?,;]{0,60}?\b(?:margins?|profits?|earnings|revenues?|sales|prices?|costs?|income|shares?|stock|volumes?|output|production|deliveries|shipments|results|yields?|turnover|demand|bookings|takings|growth|fares?|rates?|traffic)\b[^?,;]{0,40}?)"

_VERBS = Rewrites(
    (lazy.compile(said), plain)
    for said, plain in (
        (r"\bwhat, ?(?P<whose>(?:in|according to|by) [^,?]{4,60}), (?P<does>(?:is|was|has|have|had|made|makes|did|does|drove|drives|keeps|explains?|lies|led|caused|causes)\b)", r"\g<whose>, what \g<does>"),
        # --- how many were sold, delivered, made, hired, laid off
        (_MANY + r"(?:shift(?:ed)?|offload(?:ed)?)\b(?! (?:to|from|into|towards?|focus|gears?)\b)", r"how many\g<what> \g<aux> \g<who> sell"),
        (_MANY + rf"(?:hand(?:ed)?|turn(?:ed)?) over(?: to (?:its |their |the )?{_HOLDER})?(?! (?:to|the|its|power|control|data)\b)", r"how many\g<what> \g<aux> \g<who> deliver"),
        (_MANY + r"(?:turn(?:ed)?|churn(?:ed)?|crank(?:ed)?|pump(?:ed)?|knock(?:ed)?|spit|spat|roll(?:ed)?) out\b", r"how many\g<what> \g<aux> \g<who> produce"),
        (r"\b(?:gone|go|went|going) out (?:of )?the doors?\b|\bfl(?:ew|y|own|ying) off the shelves\b", "been shipped"),
        (_MANY + r"t(?:ake|ook|aken) on(?= (?:in|last|this|during|since|over|for|by|so)\b|\W*$)", r"how many\g<what> \g<aux> \g<who> hire"),
        (_MANY + r"let go(?: of)?(?= (?:in|last|this|during|since|over|for|by|so)\b|\W*$)", r"how many\g<what> \g<aux> \g<who> lay off"),
        # --- what it costs, weighs, lasts
        (r"\bwhat (?P<aux>does|do|did|will|would) (?P<what>[^?,;]{3,70}?) (?:go|sell|retail|change hands) for\b(?! (?:the|a|an|its|their)\b)", r"what is the price of \g<what>"),
        (r"\bwhat (?P<aux>is|are|was|were) (?P<what>[^?,;]{3,70}?) (?:going|selling|retailing|changing hands|trading) for\b(?! (?:the|a|an|its|their)\b)", r"what \g<aux> the price of \g<what>"),
        (r"\bwhat (?:does|do|did|will) (?P<what>[^?,;]{3,60}?) (?:fetch|set (?:you|me|a buyer|buyers|one) back)\b", r"what is the price of \g<what>"),
        (r"\bwhat (?:does|do|did|will) (?P<what>[^?,;]{3,60}?) tip the scales at\b|\bwhat(?: weight)? do the scales (?:say|show) for (?P<also>[^?,;]{3,60})", r"how much does \g<what>\g<also> weigh"),
        (rf"\bhow long (?:can|does|do|will|could|would|did) (?P<what>[^?,;]{{2,60}}?) {_RUNS} {_CHARGE}", r"what is the battery life of \g<what>"),
        # --- what somebody thinks, whither somebody goes, where somebody was
        (r"\bwhat (?P<aux>do|does|did) (?P<who>[^?,;]{2,60}?) make of (?=\w)", r"what \g<aux> \g<who> think of "),
        (r"\b(?P<verb>move|moved|moves|moving) (?:over|across) to (?=\w)", r"\g<verb> to "),
        (r"\b(?:cross|switch|hop|jump|go|defect)(?:ed|ped|es)? (?:over|across|ship) to (?=\w)|\bwent (?:over|across) to (?=\w)", "move to "),
        (r"\bwh(?:o|om|ich company|ich firm|at company) (?P<aux>did|does) (?P<who>[^?,;]{2,60}?) used? to work (?:for|at)\b", r"which company \g<aux> \g<who> work for before"),
        # --- what made a figure fall or rise
        (rf"{_BY}{_DOWN} {_FIGURE}(?=\W*$)", r"why did \g<it> fall"),
        (rf"{_BY}{_UP} {_FIGURE}(?=\W*$)", r"why did \g<it> rise"),
        (rf"{_BY}{_CARRIES} {_FIGURE} (?:up(?:wards?)?|higher)(?=\W*$)", r"why did \g<it> rise"),
        (rf"{_BY}{_CARRIES} {_FIGURE} (?:down(?:wards?)?|lower)(?=\W*$)", r"why did \g<it> fall"),
        (r"\b(?:knocked|bumped|edged|squeezed|shoved|nudged) (?:out of|from|off|down from) (?:the )?(?P<which>first|second|third|fourth|fifth|top) (?:place|spot|slot|position)\b", r"knocked out of \g<which>"),
        # --- less than before, less than it was
        (r"\bfall(?:s|ing)? short of (?=(?:the )?(?:same|year-?(?:earlier|ago)|last year|previous|prior|a year|its year))|\bfell short of (?=(?:the )?(?:same|year-?(?:earlier|ago)|last year|previous|prior|a year))", "fall from "),
        (r"\b(?P<verb>cut|trim|scale|dial|pare|rein)(?:s|d|med|led|ting|ming|ing)? back (?:on )?(?=(?:its|their|the|his|her|on|spending|production|output|jobs|staff|hiring|targets?|sales)\b)", "cut "),
        (r"\b(?:clos|finish|end(?! up\b|s up\b|ed up\b|ing up\b))(?:e|ed|es|s|ing)? (?:the day |the session |its first day )?(?:up|higher)\b(?! (?:with|in|as|on top)\b)", "rise"),
        (r"\b(?:clos|finish|end)(?:e|ed|es|ing)? (?:the day |the session |its first day )?(?:down|lower)\b(?! (?:with|in|as|on)\b)", "fall"),
        (r"\bon day one\b", "on the first day"),
        (r"\bwhen did (?P<who>[^?,;]{2,60}?) float\b", r"when did \g<who> list"),
        # --- in all
        (r",? (?:all told|all in all|all put together|all (?:added|lumped|taken) together|when (?:they(?:'re| are)|you(?:'ve| have)?) (?:added|put|add|lump|lumped|all added|all put)(?: them)?(?: all)? (?:up|together)|when (?:all )?(?:added|put|lumped) (?:up|together))(?=[,?]| in\b|\W*$)", " in total"),
        # --- the unit a figure is wanted in
        (r"\bby how many (?:hundreds? (?:of )?)?(?:(?:nt|hk|us|s|a|c)? ?[$€£¥] ?|(?:rmb|cny|usd|hkd|twd|ntd|eur|gbp) ?)?(?:hundred )?(?:million|billion|trillion)s?\b(?: (?:of )?(?:yuan|renminbi|rmb|(?:hong kong |us |nt |new taiwan )?dollars?|euros?|pounds?|yen|won))?(?: ?[(（][\u3400-\u9fff]{2,8}[)）])?", "by how much in money terms"),
        (r"\bhow many (?:hundreds? (?:of )?)?(?:(?:nt|hk|us|s|a|c)? ?[$€£¥] ?|(?:rmb|cny|usd|hkd|twd|ntd|eur|gbp) ?)(?:hundred )?(?:million|billion|trillion)s?\b(?: (?:of )?(?:yuan|renminbi|dollars?|euros?|pounds?|yen|won))?(?: ?[(（][\u3400-\u9fff]{2,8}[)）])?", "how much"),
        (r"\bhow many (?:hundreds? (?:of )?)?(?:million|billion|trillion)s?(?: (?:of )?(?:yuan|renminbi|rmb|(?:hong kong |us |nt |new taiwan )?dollars?|euros?|pounds?|yen|won))(?: ?[(（][\u3400-\u9fff]{2,8}[)）])?", "how much"),
        (r",? (?:expressed |measured |counted |given )?in (?:[十百千]?[万亿]元?)(?: ?(?:rmb|yuan|cny|人民币|港元|美元))?(?=\W*$)", ""),
        # --- a thing by another word: the share of a whole, a business that is young, what is driven by electricity
        (r"\b(?P<most>biggest|largest|smallest|bigger|larger|smaller|what|which) (?:slice|chunk|slab|portion|piece) of (?=[^?]{0,50}\b(?:sales|revenues?|income|turnover|market|profits?|shipments|output|business)\b)", r"\g<most> share of "),
        (r"\bstart-up(?P<s>s?)\b", r"startup\g<s>"),
        (r"\be-(?=(?:scooter|moped|motorbike|motorcycle|bus|buse|truck|lorry|lorrie|van|car|boat|ferry|ferrie|taxi|rickshaw|trike|plane)s?\b)", "electric "),
        (r"\b(?P<n>second|third|fourth|fifth|sixth|2nd|3rd|4th|5th)[- ]generation\b|\bgen(?:eration)?[- ]?(?P<d>[2-6])\b", r"generation \g<n>\g<d>"),
    )
)  # fmt: skip


@lru_cache(256)  # a message is read whole and in parts
def in_plain_verbs(text: str) -> str:
    """Return a message with verbs and particles as the one verb they stand for.

    >>> in_plain_verbs("How many copies did Starfall shift in its first week?")
    'how many copies did Starfall sell in its first week?'
    >>> in_plain_verbs("What was lithium carbonate going for in May?"), in_plain_verbs("What does the Meridian go for?")
    ('what was the price of lithium carbonate in May?', 'what is the price of the Meridian?')
    >>> in_plain_verbs("What's weighing on Kestrane's gross margin?"), in_plain_verbs("What has been pushing prices up?")
    ("why did Kestrane's gross margin fall?", 'why did prices rise?')
    >>> in_plain_verbs("How long can the S2 keep working on a single charge?")
    'what is the battery life of the S2?'
    >>> in_plain_verbs("What is Kestrane shifting its focus to?"), in_plain_verbs("What does it go for the most?")
    ('What is Kestrane shifting its focus to?', 'What does it go for the most?')
    """
    return put(_VERBS, text)
