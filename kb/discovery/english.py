"""Capitalised names in English and what stands beside them: patterns matched against the text as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kb import lazy
from kb.discovery.page import HAN

_LETTER = "A-Za-zÀ-ÖØ-öø-ž"
_CAP = rf"[A-ZÀ-ÖØ-Þ][{_LETTER}0-9]*(?:[-&][{_LETTER}0-9]+)*(?:['’](?!s\b)[A-Z][a-z]+)?"
_NAME = lazy.compile(
    rf"(?<![{_LETTER}0-9&.\-/@#'’])(?:{_CAP})(?: (?:(?:of|de|del|la|van|der|den|von|bin|al|&)(?: (?:der|la))? )?{_CAP}| [A-Z]\.(?= [A-Z])){{0,4}}(?:,? (?:plc|Inc\.|Ltd\.|Corp\.))?"
)
STRONG_END = lazy.compile(
    r",? (?:Inc\.?|Incorporated|Corp\.?|Corporation|Ltd\.?|Limited|plc|PLC|PCL|AG|GmbH|NV|SA|SE|ASA|AB|SpA|Bhd|Berhad|Tbk|KK|LLC|LLP|Co|Holdings?|Ventures|Partners|Therapeutics|"
    r"Pharmaceuticals?|Pharma|Biopharma|Biosciences|Biotech(?:nology)?|Biologics|Semiconductors?|Microelectronics|Robotics|Technolog(?:y|ies)|Labs|"
    r"Motors?|Mobility|Automotive|Auto|Aerospace|Airlines|Airways|Shipping|Logistics|Software|Networks|Electronics|Insurance|Bancorp|Bank|Studios?|Games|"
    r"Interactive|Entertainment|Foods|Brands|Stores|Retail|Steel|Mining|Resources|Petroleum|Energy|Solar|Power|Materials|Chemicals?|Capital|"
    r"Securities|Financial|REIT|Group|Industries|Systems|Dynamics|Instruments|Medical|Healthcare|Asset Management|Wealth Management|Investment Management|Genomics|Diagnostics|Media|Silicon|Battery|Batteries)$"
)
# Endings that are ordinary or family names too: of a company only where it acts as one.
SOFT_END = lazy.compile(
    r" (?:Infrastructure|Invest|Vehicles?|Coach(?:es)?|Bus(?:es)?|Trucks?|Boats?|Lenses|Mills|Toolworks|Grocers|Mutual|Re|Lending|Aviation|Offshore|Subsea|Rail|Transit|Ports|Terminals|Airports|Towers|Broadband|Nuclear|Leisure|Fitness|Cinemas|Eyewear|Footwear|Shoes|Jewell?ery|Bakery|Bakeries|Brewing|Distillers|Glass|Paper|Timber|Plastics|Paints|Shipyards?|Shipbuilding|Steelworks|Cycles|Tyres|Supermarkets?|Markets?|Communications|Telecom|Wireless|Air|Lines|Railways?|Hotels|Resorts|Properties|Homes|Beverages|Breweries|Apparels?|Restaurants|Coffee|Health|Bio|Space|"
    r"Freight|Marine|Cement|Packaging|Rubber|Lithium|Oil|Gas|Renewables|Wind|Hydrogen|Utilities|Water|Data|Cloud|Analytics|Security|Payments|Assurance|Life|Toys|Care|Sports|Gaming|Pictures|Music|"
    r"Publishing|Education|Learning|Travel|Precision|Optical|Display|Works|Products|Trading|Trust|Realty|Estates|Construction|Engineering|Builders|Express|Cosmetics|Beauty|Fashions?|Furniture|"
    r"Gold|Metals?|Minerals?|Semi|Photonics|Optics|Sensors|Devices|Circuits|Tech|Sugar|Petcare|Tea|Wines?|Dairy|Farms|Seafoods?|Fisheries|Ferries|Cruises|Elevators?|Ceramics|Textiles|Garments|Seeds|Machinery|Tools|Equipment|Legal|Consulting|Advisors|Advisory|Clinics|Intelligence|International)$"
)
FIRM_END = lazy.compile(  # endings that are nobody's family name
    r" (?:Inc|Corp|Ltd|plc|AG|GmbH|LLC|LLP|Co|Capital|Ventures|Partners|Holdings?|Therapeutics|Pharma\w*|Technolog\w+|Securities|Group)\.?$"
)
LEGAL_EN = lazy.compile(r",? (?:Inc|Incorporated|Corp|Corporation|Ltd|Limited|plc|PLC|PCL|AG|GmbH|NV|SA|SE|ASA|AB|SpA|Bhd|Berhad|Tbk|KK|LLC|LLP|Co)\.?$")
# Of places, papers and days; a firm may be called so too, where it is told as one.
PLACE_END = lazy.compile(r" (?:Street|Avenue|Valley|Park|Market|Union|Post|Research)$")
PEOPLE_END = lazy.compile(
    r"(?:University|Institute|College|School|Association|Authority|Commission|Ministry|Exchange|Council|Agency|Department|Court|Index|Act|Awards?|Street|Avenue|Valley|Park|Board|Series|Office|Officer|Executive|Day|Week|City|Province|County|Committee|Fund|Report|Research|Market|Congress|Forum|Conference|Union|Times|Journal|News|Wire|Daily|Post)$"
)
ORG = (
    r"(?:rivals?|competitors?|start-?ups?|\w*makers?|insurers?|reinsurers?|retailers?|lenders?|banks?|developers?|suppliers?|subsidiary|parent|unit|"
    r"investors?|backers?|firms?|company|companies|studios?|publishers?|operators?|brokerages?|brokers?|airlines?|manufacturers?|carriers?|providers?|distributors?|"
    r"vendors?|giant|groups?|peers?|builders?|foundry|miners?|producers?|utility|consultancy|grocers?|chain|designers?|fabless|foundries|shipper|forwarder|"
    r"business|outfit|venture|spin-?off|spinout|fintech|biotech|unicorn|exporters?|processors?|brewers?|shipyard|shipbuilder|integrator|conglomerate|lessor|landlord|trust|wholesaler|refiner|trader|caterer|housebuilder|adviser|advisor|auditor|law firm|customer|client|shareholder|stakeholder|discounters?|club|sponsor|charity|museum|franchise|underwriter|winery|(?:auction|fashion|champagne|trading|publishing|software|design|research|brokerage) house|vineyard|dairy|distiller|(?:shipping|cruise|ferry|container) line|(?:infrastructure|buyout|hedge|pension|wealth|venture|investment|credit|growth|activist|private-equity|private equity|seed|impact|distressed-debt|property) fund|co-?operative|bookmaker|lessee|importer|challengers?|(?:sub)?contractors?|handlers?|growers?|breeders?|smelters?|roasters?|bottlers?|packers?|millers?|recyclers?|hauliers?|merchants?|franchisees?|licensees?|assemblers?|upstarts?|newcomers?|(?:rating|advertising|travel|staffing|recruitment|estate|creative|marketing|talent) agency|(?:holding|investment) vehicle|think-?tank|lobby group|trade body|(?<!European )(?<!credit )union|watchdog|(?<=[a-z] )arm|(?<=[a-z] )division|offshoot|affiliate)"
)
_ROLE_EN = (
    r"(?:chief [a-z]+(?: and [a-z]+)?(?: officer)?|(?:head|director|president) of (?!(?:the|its|their|his|her|our|an?|all|each) )[a-z]+(?: [a-z]+)?|(?:head|senior|lead|master) [a-z]+|ceo|cfo|cto|coo|chair(?:man|woman|person)?|president|co-?founder|founder|managing director|director|managing partner|"
    r"partner|analyst|economist|professor|spokes(?:man|woman|person)|engineer|scientist|researcher|chief|head|boss|general manager|executive|secretary|minister|governor|manager|designer|strategist|billionaire|tycoon|entrepreneur|magnate|heir|heiress|lawyer|banker|veteran|inventor|physicist|chemist|surgeon|architect|lecturer|treasurer|comptroller|general counsel|commissioner|dean|editor|curator|actuary|trustee|campaigner|activist|lobbyist|consultant|technician|physician|veterinarian|carpenter|chef|[a-z]+(?:ologist|icist|ographer)|union leader)"
)
ROLE_LEFT = lazy.compile(
    rf"(?:\b{_ROLE_EN}s?(?: (?:and|&) {_ROLE_EN})*(?: is| was|,|:)?|\b(?:dr|prof|mr|mrs|ms)\.?) $", re.I
)
_HONOUR = lazy.compile(
    r"(?:Dr|Prof|Mr|Mrs|Ms|CEO|CFO|CTO|COO|Sir|Dame|Chair(?:man|woman|person)?|President|Professor|Co-?[Ff]ounders?|Founders?|Directors?|Analysts?|Chief [A-Z][a-z]+(?: Officer)?|Executive|Officer)\.?(?= )"
)
ROLE_RIGHT = lazy.compile(
    rf", \d\d,|, who(?:se)? (?!makes|operates|owns|sells)|(?:, | \((?=[^)]*\)))(?:(?!(?:as|said|says|reported|where|when|while|he|she|led|by|founded|run|whose|which|with|and|in|at|an? \w+ company)\b)[\w'’&\-]+ ){{0,5}}?{_ROLE_EN}\b",
    re.I,
)
# What is told of somebody who changes posts: "would replace X as chief executive", "will step down", "X as chairman".
POST_RIGHT = lazy.compile(
    rf",? (?:would|will|is to|has been|had been|was|who (?:would|will)) (?:be )?(?:replace|succeed|take over (?:as|from)|step(?:ping)? down|retir(?:e|ing)|(?:named|appointed|promoted|elected|made) (?:to |as )?(?:its |the )?(?:\w+ )?{_ROLE_EN}\b)"
    r"| (?:will|would|is to) (?:lead|run|head|chair) (?:the|its|a)\b| (?:became|becomes|will become) (?:the |its )?(?:(?:first|next|new|youngest|third|second|fourth|fifth) )?(?:\w+ ){0,3}to (?:run|lead|head|chair)\b"
    rf"| (?:of|at|from|with) (?:[a-z-]+ ){{0,3}}(?:[A-Z][\w&'’-]+ ?){{1,4}},? (?:said|says|expects|called|estimates)\b"
    rf"| as (?:its |the |their )?(?:new |next |interim )?{_ROLE_EN}\b(?! of)|,? (?:will )?(?:succeeds?|succeeded|replaces|replaced) (?:him|her|Mr|Ms|Mrs|Dr)\b",
    re.I,
)
PERSON_LEFT = lazy.compile(
    r"\b(?:founded|co-founded|started|created|headed|chaired|designed|set up)(?: in (?:\d{4}|[A-Z]\w+))* by (?:(?:the )?(?:two|three|four|five)? ?(?:former |college |childhood |school )?(?:brothers|sisters|siblings|friends|classmates|engineers|colleagues|cousins|partners|students|researchers|scientists|twins),? )?$|\b(?:named|appointed|hired|promoted|poached|recruited) (?:Dr\.? )?$|\b(?:successor|replacement|predecessor)(?:,| is| was| will be| would be) $|\b(?:founded|co-founded|started|set up) [^.;\n]{3,60}? (?:together |jointly |along)?with (?:(?:his|her|their|a|an|the) (?:[a-z-]+ ){1,4}?)?$|\b(?:his|her|their) (?:[\w-]+ ){0,2}(?:husband|wife|brother|sister|son|daughter|father|mother|cousin|uncle|nephew|niece|classmate|colleague|mentor|deputy) $|"
    r"\b(?:is|are|be|being) (?:now )?(?:led|headed|run|chaired|overseen) by $|\b(?:replaced|succeeded) (?:on an interim basis |temporarily |initially )by $"
)
# Of a firm as well, where the name ends like one.
REPLACED_LEFT = lazy.compile(r"\b(?:succeed(?:s|ing|ed)?|replac(?:e|es|ing|ed)) $|\bwas (?:replaced|succeeded) (?:\w+ )?by $|\b(?:his|her|their|whose|the|[a-z]+[’']s) successor,? (?:is )?$")
# "founded in 1891 by draper Ada Quell": what a founder was stands before the name.
FOUNDER_LEFT = lazy.compile(r"\b(?:founded|co-founded|started|created|set up|opened|spun (?:out|off) of [^.;,]{3,50})(?: in (?:\d{4}|[A-Z]\w+))* by (?:an? |the )?(?:former |local |young )?(?:(?!(?:former|one-time|veteran|senior) )[a-z-]+ ){1,2}$", re.I)
AND = lazy.compile(r"(?:,| and|, and)(?: (?:by|with|from))?(?: (?:existing )?(?:investors?|backers?))? (?:(?:[A-Z][a-z]+ )?[A-Z][a-z]+[’']s )?")
SAID_LEFT = lazy.compile(r"[\"”,] ?(?:said|says|added|adds|explained|recalls|noted) $")
ORG_LEFT = lazy.compile(rf"\b{ORG}(?:,| called| named|,? such as|,? including|,? like|,? notably)? $|\b[A-Z][\w.]+-(?:listed|based|headquartered|backed|owned) $", re.I)
DEAL_EN = lazy.compile(
    r"\b(?:(?:round|financing|funding|investment|[Ss]eries [A-Ha-h]\b)[^.\n]{0,40} led by|(?:joined|hired|poached|recruited|moved over)(?: [\w-]+){0,4} from|arrived in \d{4} from|\b(?:he|she|who|then|later) (?:then |later )?joined|\bleft for|merger of|(?:analysts?|strategists?|economists?) (?:at|with|from)|bought (?:mainly |mostly |largely |chiefly )?from|most recently from|\b(?:head|chief|director|manager|executive|banker|partner|president|strategist|engineer)\b[^.,\n]{0,40} at|(?:director|executive|chair(?:man|woman)?|president|founder|owner|partner|officer) of|licen[sc]ed (?:\w+ ){0,2}(?:to|from)|sold to|(?:ordered|agreed|told) [^.\n]{0,60}to pay|co-led by|raised [^.\n]{0,40} from|(?:(?:are|is|was|were) (?:being )?advised|represented|audited|underwritten|insured|bankrolled|acquired|backed|bought out|spun out|owned|supplied|manufactured|made) (?:by|of|from)|"
    r"competition from|(?:underwriters?|bookrunners?|sponsors?|rivals?|competitors?|customers?|clients?|suppliers?|backers?) (?:are|were|includes?|included)|acquisition of|to (?:buy|acquire)|takeover of|stake in|merger with|partner(?:ship|ed|s|ing)? with|joint venture with|merge with|compet(?:es?|ing) with|investors? (?:including|such as)|(?:revenues?|sales|orders|profit|income|loss|shipments|deliveries|output|earnings) (?:at|for)|shares (?:of|in)) $",
    re.I,
)
ORG_RIGHT = lazy.compile(
    rf", the [A-Z][\w.]+-(?:based|listed|headquartered) [a-z][\w-]*(?: [a-z][\w-]*){{0,3}}, (?!{_ROLE_EN})|(?:, | is | was | \([^()\n]{{1,40}}\), )(?!the {ORG} (?!of\b|behind\b|that\b|which\b|in\b|at\b|with\b|for\b|whose\b)[a-z])(?:(?:an?(?! (?:[\w-]+ ){{0,3}}?{_ROLE_EN} (?:at|with|for|from|who|by) )|the|one of|[A-Z]\w+['’]s|the [A-Z][\w-]+['’]s)\b [^.,;\n]{{0,60}}?\b{ORG}\b| are (?:its|among its|the) [^.,;\n]{{0,40}}?\b{ORG}\b|(?:which is )?based in\b|led by (?:its )?(?:new )?(?:chief|chair|president|managing|founder)|which (?:makes|sells|operates|owns|builds|runs|supplies|develops)\b)",
    re.I,
)
ACT_RIGHT = lazy.compile(
    r"(?: \([^)\n]{1,30}\))?(?:, (?:roughly|about|once|now|long|half|twice|another|which|whose|based|a unit|owned) [^,;.\n]{3,60})?,? (?:(?:has|had|also|on \w+day|\w+day|today|yesterday) )?(?:reported|reports|announced|announces|posted|posts|unveiled|unveils|launched|launches|raised|raises|acquired|acquires|"
    r"agreed to (?:buy|acquire|sell)|filed for|filed (?:a|its)|swung to|listed (?:on|its)|shipped|booked|guided|(?:holds?|owns?) (?:about |the remaining |some )?\d|(?:sold|bought|took|holds?|owns?) (?:its|an?|the) (?:[\d.]+ ?(?:per ?cent|%) )?(?:stake|shareholding|holding)|employs|expects (?:to|revenue|sales|net)|"
    r"shares? (?:rose|fell|jumped|dropped|climbed|slid|slipped|gained|lost|surged|tumbled|closed)|led(?=[;,]| the| its| a)|forecasts?|priced its|went public|(?:lifted|raised|increased|cut|trimmed) (?:its )?(?:output|production|shipments|capacity|sales)|ha[sd] offered|completed (?:a|its)|said (?:(?:on|in) \w+(?: \d+)? )?(?:it|its|that its|revenue|sales|net|quarterly)|will acquire|plans to)\b|"
    r" (?:managed(?: only| just)?|delivered|sold|earned|recorded|generated|lost|opened|employed|added|carried|produced|made|paid|spent|raised|installed|signed|won|flew|handled|hired|shipped|processed|closed|built|operates|owns|runs)"
    r" (?:about |over |nearly |some |around |roughly |more than |a (?:net|record|total of) )?(?:[A-Z]{2,3})?[$€£¥\d]|"
    r" (?:(?:cut|raised|lowered|lifted|trimmed|reaffirmed|maintained|narrowed) its (?:[\w-]+ ){0,4}(?:forecast|outlook|guidance|target|estimate|dividend)|swung (?:back )?to|turned a|saw (?:its )?(?:revenue|sales|profit)|ended (?:the (?:year|quarter)|20\d\d) with)\b|"
    r" (?:analysts?|economists?|strategists?) [A-Z][a-z]+ [A-Z]|"
    r"['’]s? (?:20\d\d |annual |quarterly |(?:first|second|third|fourth)[ -](?:quarter|half) |total |core |adjusted )?"
    r"(?:founder|chief [a-z]+|chair(?:man|woman)?|board|shareholders|headquarters|managing director|finance director|net (?:loss|profit|interest income|interest margin|income|sales)|revenues?|gross (?:margin|profit)|operating (?:profit|loss|income|margin)|shipments|deliveries|sales|output|headcount|market share|backlog|earnings|EBITDA|load factor|order (?:book|backlog))\b"
)
CALLED_EN = lazy.compile(
    rf"\b({ORG}|robots?|chips?|platform|app|drugs?|sensors?|model|vaccine|car|engine|game|processor|device|product|software|system|assistant|satellite|rocket|drone),? (?:is |was )?(?:called|named|dubbed|code-?named|known as) [\"“']?$",
    re.I,
)
# launched its largest machine, the HL268-18.5
LAUNCHED_AS = lazy.compile(r"\b(?:unveil|launch|introduc|releas|debut|present|show|announc)(?:ed|s|es)(?: off)? [^.;:\n]{3,70}, (?:the|its) $")
# "Belgium's Immunalis is testing", "Tessaly's competing vaccine"
SITE_RIGHT = lazy.compile(r" (?:(?:offshore|onshore|gold|copper|lithium|coal|iron ore|oil|gas|solar|wind) )?(?:wind farm|solar farm|farm|project|oilfield|gasfield|field|mine|plant|refinery|site|terminal|pipeline|reactor|smelter)\b")
# Belmora city, the Corvale government: a place, and no firm.
PLACE_RIGHT = lazy.compile(
    r"(?:[’']s)? (?:city|town|airport|province|prefecture|county|region|island|peninsula|coast|harbour|harbor|bay|valley|municipality|central bank|finance ministry|government|ministry|parliament|economy|statistics office|"
    r"(?:city |town |county )?council|tourism (?:bureau|board|office)|customs(?: office)?)\b(?! (?:group|holdings|capital|partners|bank|line))"
)
# "households in Corvale", not "a stake in Halden".
PLACE_LEFT = lazy.compile(
    r"(?<!stake )(?<!stakes )(?<!shares )(?<!interest )(?<!holding )(?<!invest )(?<!invested )(?<!investing )(?<!investment )(?<!investor )(?<!investors )(?<!trust )(?<!confidence )(?<!shareholder )(?<!shareholders )(?<!work )(?<!career )(?<!years )(?<!believe )"
    r"\b(?:in|across|throughout) $"
)
WILL = lazy.compile(r" (?:will|is to|plans to) (?:cancel|shut|close|cut|spend|invest|open|hire|pay|launch|buy|sell|build|stop|start|raise|supply|provide)\b| (?:has )?(?:provided|supplied|invested|harvested|signed|abandoned|scrapped|bought|appointed)\b")
# "Brackwater Air will cancel winter flights, the Bristol-based carrier said": who a first sentence is about.
SAYS_THE_FIRM = lazy.compile(rf"[^.\n]{{10,220}}?, the (?:[\w-]+ ){{0,4}}{ORG} (?:said|says|announced|reported|disclosed)\b")
OF_A_LAND = lazy.compile(r"\b((?:(?:South|North|New|Saudi|Costa|Hong|Sri) )?[A-Z][a-z]+)[’']s $")
FIRM_GOES_ON = lazy.compile(r" (?:is|has|was|had|will|said|says|plans|makes|sells|reported|paid|expects|makes|bought|owns|in 20\d\d)\b|, (?:which|a |handled|sold|said|makes|runs|owns|has|had|will )|[’']s (?:competing|rival|own) ")
LAUNCHED = lazy.compile(
    r"\b(?:unveiled|unveils|launched|launches|introduced|introduces|released|debuted) (?:the |its |an? |new |latest )*$"
)
OWN_LEFT = lazy.compile(
    r"\b(?:its|their|his|her|new|flagship|the company's)(?: new| flagship| own| latest)? [\"“]?$", re.I
)
# Brands, and what a firm makes with its name beside it: "under the brands X and Y", "the company's assistant, Z, is".
_THING = r"(?:platform|app|chips?|model|sensor|robot|engine|processor|drone|satellite|rocket|vaccine|console|headset|smartphone|tablet|software|assistant|chatbot|drug|treatment|product|service|brand|label|line|game|vessel|ferry|aircraft|tool|device|programme|program|scheme|magazine|newsletter|kit|system)"
BRAND_RIGHT = lazy.compile(r"(?: and [A-Z][\w’']+(?: [A-Z][\w’']+)*)?(?: [a-z]+)? (?:brands?|labels?)\b")
BRAND_BEFORE = lazy.compile(r"\b(?:the|its|their|and) $")
BRAND_LEFT = lazy.compile(rf"\b(?:brands?|labels?)(?: names?)?(?:,? (?:including|such as|like|called))? [\"“]?$|\b(?:its|their|the (?:company|firm|group|start-up)['’]s) (?:[\w-]+ ){{0,3}}{_THING}, [\"“]?$", re.I)
# "whose gigabit package, Lumen One, sells for": what costs, sells or earns something is a product, whatever it is called.
THING_APPOSED = lazy.compile(rf"\b(?:its|their|whose|his|her|[A-Za-z]+[’']s)(?! (?:[\w-]+ ){{0,4}}(?:{ORG}|{_ROLE_EN}|wife|husband|son|daughter|brother|sister|capital|home|city|mine|plant|headquarters), )(?: own)?(?: [\w-]+){{1,5}}, (?:the (?:[\w.,-]+ ){{0,2}}?)?[\"“]?$", re.I)
COSTS_RIGHT = lazy.compile(r"[\"”]?, (?:which )?(?:(?:now|already|still|also) )?(?:costs|sells|sold|is priced|was priced|retails|starts at|starts from|accounts for|accounted for|makes up|made up|brought in|generated|contributed|went on sale|goes on sale|will go on sale|is due|was cleared|was approved|was built|was developed|was designed|was made|is made|is built|lets|helps|uses|won (?:\w+ )?(?:approval|clearance)|has (?:attracted|sold|won|drawn|signed up|been)|has [\d])\b")
THING_RIGHT = lazy.compile(
    r"[\"”]? (?:platform|app|chips?|models?|sensors?|robots?|engines?|processors?|drones?|satellites?|rockets?|vaccine|console|headset|smartphones?|tablet|software|SUV|sedan|accelerators?|GPUs?)\b"
)

_TEXTS = 4  # whose names are kept


@lru_cache(_TEXTS)
def latin_spans(text: str, headlines: bool = False) -> tuple[tuple[int, int], ...]:
    """Capitalised names, without the words that merely lead up to them, and without headlines in capitals.

    Those of the last few texts are kept: several rules look at all names of an article.
    """
    return tuple(_latin_spans(text, headlines))


def _latin_spans(text: str, headlines: bool) -> Iterator[tuple[int, int]]:
    titled: dict[int, bool] = {}
    for match in _NAME.finditer(text):
        line = text.rfind("\n", max(0, match.start() - _HEADLINE), match.start()) + 1
        if line == 0 and match.start() >= _HEADLINE:
            line = -1  # the line is too long for a headline
            titled[line] = False
        if line not in titled:
            titled[line] = _in_capitals(text[line : line + _HEADLINE].partition("\n")[0])
        if not headlines and titled.get(line):
            continue
        start, end = match.span()
        if month := _MONTH.match(text, start, end) if _UP_TO_MONTH.search(text, max(0, start - 12), start) else None:
            start = month.end()  # "in the six months to September Foo Airways made …"
        while lead := LEADING.match(text, start, end):
            start = lead.end()
        if start < end:
            yield start, end


HONOURED = lazy.compile(_HONOUR.pattern.replace("(?= )", " $"))
LEADING = lazy.compile(
    _HONOUR.pattern
    + r" |(?:The|A|An|Its|Their|His|Her|Our|This|That|In|On|At|For|And|But|When|While|After|As|By|With|Rival|Rivals|Competitor|Start-?up|Startup|"
    r"Peer|Peers|Publisher|Producer|Miner|Operator|Developer|Airline|Carrier|Hotelier|Brewer|Brokerage|Manufacturer|Biotech|Fintech|Automaker|Steelmaker|Shipbuilder|Grocer|Distributor|Investor|Backer|Lessor|Landlord|Conglomerate|Utility|Wholesaler|Refiner|Trader|Housebuilder|Broker|Consultancy|Auditor|Adviser|Advisor|Customer|Client|Lender|Insurer|Retailer|Supplier|Parent|Subsidiary|Chipmaker|Carmaker|Drugmaker|Challenger|Contractor|Subcontractor|Grower|Smelter|Bottler|Haulier|Analysts?|Meanwhile|Both|Shares(?: (?:of|in))?|Founded|Series [A-F]|From|To|Like|Since|Under|Unlike|Former|New|Chief|[A-Z][a-z]+-(?:based|listed|headquartered|born|backed|owned)) "
)

_MONTH = lazy.compile(r"(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: |$)")
_UP_TO_MONTH = lazy.compile(r"\b(?:to|in|of|until|through|end-?|since|ended|for) $")
_HEADLINE = 300  # characters; a longer line is no headline


def _in_capitals(line: str) -> bool:
    if HAN.search(line):
        return False
    words = re.findall(r"[A-Za-z]{4,}", line)
    return len(words) > 4 and sum(w[0].isupper() for w in words) > 0.75 * len(words)
