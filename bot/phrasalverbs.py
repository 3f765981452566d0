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
_DOWN = r"(?:weigh(?:s|ed|ing)? (?:up)?on|drag(?:s|ged|ging)? (?:down(?: on)?|on)|eat(?:s|ing)? (?:away )?(?:at|into)|ate into|pull(?:s|ed|ing)? down|bring(?:s|ing)? down|brought down|push(?:es|ed|ing)? down|driv(?:es|ing) down|drove down|hold(?:s|ing)? (?:back|down)|held (?:back|down)|knock(?:s|ed|ing)?|squeez(?:es|ed|ing)|dent(?:s|ed|ing)?|depress(?:es|ed|ing)?|erod(?:es|ed|ing)|sap(?:s|ped|ping)?)"
_BY = r"(?:^|(?<=[,:;] )|(?<=[,:;]))what(?:'s|’s| is| was| has| had| has been| had been| have been| exactly)? (?:it that )?(?:been )?"
_FIGURE = r"(?P<it>[^?,;]{0,60}?\b(?:margins?|profits?|earnings|revenues?|sales|prices?|costs?|income|shares?|stock|volumes?|output|production|deliveries|shipments|results|yields?|turnover|demand|bookings|takings|growth|fares?|rates?|traffic)\b[^?,;]{0,40}?)"

_VERBS = Rewrites(
    (lazy.compile(said), plain)
    for said, plain in (
        # --- how many were sold, delivered, made, hired, laid off
        (_MANY + rf"(?:hand(?:ed)?|turn(?:ed)?) over(?: to (?:its |their |the )?{_HOLDER})?(?! (?:to|the|its|power|control|data)\b)", r"how many\g<what> \g<aux> \g<who> deliver"),
        (_MANY + r"(?:turn(?:ed)?|churn(?:ed)?|crank(?:ed)?|pump(?:ed)?|knock(?:ed)?|spit|spat|roll(?:ed)?) out\b", r"how many\g<what> \g<aux> \g<who> produce"),
        # --- what it costs, weighs, lasts
        (r"\bwhat (?P<aux>does|do|did|will|would) (?P<what>[^?,;]{3,70}?) (?:go|sell|retail|change hands) for\b(?! (?:the|a|an|its|their)\b)", r"what is the price of \g<what>"),
        # --- what somebody thinks, whither somebody goes, where somebody was
        (r"\bwhat (?P<aux>do|does|did) (?P<who>[^?,;]{2,60}?) make of (?=\w)", r"what \g<aux> \g<who> think of "),
        (r"\b(?P<verb>move|moved|moves|moving) (?:over|across) to (?=\w)", r"\g<verb> to "),
        # --- what made a figure fall or rise
        (rf"{_BY}{_DOWN} {_FIGURE}(?=\W*$)", r"why did \g<it> fall"),
        # --- less than before, less than it was
        (r"\bon day one\b", "on the first day"),
        (r"\bwhen did (?P<who>[^?,;]{2,60}?) float\b", r"when did \g<who> list"),
        # --- in all
        (r",? (?:all told|all in all|all put together|all (?:added|lumped|taken) together|when (?:they(?:'re| are)|you(?:'ve| have)?) (?:added|put|add|lump|lumped|all added|all put)(?: them)?(?: all)? (?:up|together)|when (?:all )?(?:added|put|lumped) (?:up|together))(?=[,?]| in\b|\W*$)", " in total"),
        # --- the unit a figure is wanted in
        (r"\bby how many (?:hundreds? (?:of )?)?(?:(?:nt|hk|us|s|a|c)? ?[$€£¥] ?|(?:rmb|cny|usd|hkd|twd|ntd|eur|gbp) ?)?(?:hundred )?(?:million|billion|trillion)s?\b(?: (?:of )?(?:yuan|renminbi|rmb|(?:hong kong |us |nt |new taiwan )?dollars?|euros?|pounds?|yen|won))?(?: ?[(（][\u3400-\u9fff]{2,8}[)）])?", "by how much in money terms"),
        # --- a thing by another word: the share of a whole, a business that is young, what is driven by electricity
        (r"\bstart-up(?P<s>s?)\b", r"startup\g<s>"),
        (r"\be-(?=(?:scooter|moped|motorbike|motorcycle|bus|buse|truck|lorry|lorrie|van|car|boat|ferry|ferrie|taxi|rickshaw|trike|plane)s?\b)", "electric "),
        (r"\b(?P<n>second|third|fourth|fifth|sixth|2nd|3rd|4th|5th)[- ]generation\b|\bgen(?:eration)?[- ]?(?P<d>[2-6])\b", r"generation \g<n>\g<d>"),
    )
)  # fmt: skip


@lru_cache(256)  # a message is read whole and in parts
def in_plain_verbs(text: str) -> str:
    """Return a message with verbs and particles as the one verb they stand for.

    >>> in_plain_verbs("What is Kestrane shifting its focus to?"), in_plain_verbs("What does it go for the most?")
    ('What is Kestrane shifting its focus to?', 'What does it go for the most?')
    """
    return put(_VERBS, text)
