"""What WordNet does not tell: function words, and everyday opposites that it does not link.

Written by hand for this project.
"""

from __future__ import annotations

STOP_WORDS = """
a an the this that these those such some any each every either neither both all no none not nor
i me my myself we us our ours ourselves you your yours yourself yourselves thou thee thy
he him his himself she her hers herself it its itself they them their theirs themselves one oneself
who whom whose which what whoever whatever whichever whomever someone somebody something anyone
anybody anything everyone everybody everything nobody nothing
be am is are was were been being have has had having do does did doing done
can could may might must shall should will would ought need dare cannot
of in on at by for from with without within into onto upon to toward towards about against among
amongst amid between through throughout during before after above below beneath under over across
along around behind beside besides beyond despite down up off out near since till until than via
per as like unlike except concerning regarding
and or but if because though although while whereas whether unless so yet once lest
when where why how whenever wherever however here there then thus hence therefore thereby also too
very just only even still again ever never now already rather quite almost else much many more most
few fewer less least little lot lots several other others another same own enough
s t d ll re ve m isn't aren't wasn't weren't don't doesn't didn't haven't hasn't hadn't won't
wouldn't can't couldn't shouldn't mustn't mightn't needn't ain't shan't i'm you're he's she's it's
we're they're i've you've we've they've i'd you'd he'd she'd we'd they'd i'll you'll he'll she'll
it'll we'll they'll that's there's here's what's who's let's
"""
"""Function words."""

OPPOSITES = """
v support oppose/resist/reject
v back oppose
v favor oppose
v allow forbid/prohibit/ban/prevent/bar/block
v permit ban/prevent/bar/block
v authorize forbid/prohibit/ban
v legalize ban/outlaw/prohibit
v enable disable/prevent/hinder
v help hinder/harm/hurt
v build demolish/destroy/dismantle
v construct demolish/destroy/dismantle
v create destroy/abolish
v establish abolish/dissolve/disband
v found abolish/dissolve
v introduce abolish/scrap/withdraw
v start stop/halt/cease/finish/end/conclude
v begin stop/halt/cease/finish/conclude
v launch halt/suspend/cancel/end
v resume halt/suspend/stop/cease
v open shut
v continue halt/cease/suspend/end/interrupt
v grow shrink/decline/decrease/diminish/fall/drop
v increase decline/fall/drop/shrink/reduce/diminish/lower/cut/halve
v rise decline/drop/decrease/sink/shrink
v climb drop/fall/decline
v gain fall/decline/drop
v soar plunge/plummet/fall/drop/slump
v surge plunge/plummet/fall/drop/slump
v jump plunge/plummet/drop
v double halve
v raise cut/reduce/decrease
v expand shrink/reduce/narrow
v boost cut/reduce/weaken/curb
v lengthen cut
v strengthen undermine/erode
v improve deteriorate/degrade
v confirm deny/refute/disprove/dispute
v admit reject/exclude/expel
v acknowledge reject
v accept decline/refuse
v approve reject/veto/block
v ratify reject/veto
v agree refuse/decline
v adopt reject
v grant refuse/reject
v prove refute
v join leave/quit
v enter exit/quit
v remain depart/leave
v stay depart/leave
v arrive leave
v come leave
v return leave
v send receive
v give receive/withhold
v lend borrow
v buy sell
v purchase sell
v import export
v hire fire/dismiss/sack
v appoint dismiss/remove/sack/oust
v elect oust
v imprison release/free
v arrest release/free
v detain release/free
v capture release/free/liberate
v jail release/free
v free enslave
v occupy liberate
v convict acquit
v win lose
v defeat lose
v succeed fail
v pass fail
v attack defend/protect
v save kill/destroy/abandon
v rescue kill/abandon
v survive die/perish/kill
v live die
v protect harm/endanger
v love hate
v like dislike
v praise criticize/condemn/denounce
v welcome condemn/reject/denounce
v remember forget
v include exclude/omit
v add remove/subtract/delete
v advance retreat/withdraw
v deploy withdraw
v lift impose
v unite divide/split
v connect disconnect/separate
v merge split/separate
v ascend descend
v push pull
v sit stand/lie/walk/run
v stand lie/walk/run
v sleep wake
v work rest
v laugh cry
v smile frown/cry
v publish suppress/withhold
v reveal conceal/hide
v disclose conceal/hide
v extend shorten/cut
v accelerate slow
v heat cool
v freeze thaw/melt
v attract repel
v obey violate/breach
v honor violate/breach
v keep break/discard/lose
v fill empty
v vanish appear
v cause prevent
v accuse exonerate/clear
v invest divest
v spend save
v stabilize destabilize
v ease tighten
v worsen ease
n rise drop/decline/fall/decrease/reduction
n increase drop/decline/fall/reduction/cut
n growth decline/shrinkage/contraction/decrease/fall/drop
n gain decline
n surge slump/plunge/drop
n boom slump/bust/recession
n expansion contraction/reduction
n support opposition/resistance
n supporter opponent/critic
n proponent opponent/critic
n advocate opponent/critic
n ally enemy/foe/adversary/opponent
n friend enemy/foe
n approval rejection/refusal
n acceptance rejection/refusal
n success failure
n victory defeat
n win defeat
n war peace
n beginning end
n start end
n birth death
n arrival departure
n attacker defender
n attack defense
n buyer seller
n import export
n profit loss
n surplus deficit
n majority minority
n optimist pessimist
n optimism pessimism
n winner loser
n ban permission
n truth lie/falsehood
n guilt innocence
n wealth poverty
n health illness/disease
n strength weakness
n advantage disadvantage
n arrest release
n agreement disagreement
n progress setback
n income expense/expenditure
n debtor creditor
n employer employee
n lender borrower
n exporter importer
n north south
n east west
n northern southern
n summer winter
n day night
n morning evening/night/afternoon
n husband wife
n uncle aunt
n nephew niece
n king queen
n groom bride
n mother father
n dad mom
n grandmother grandfather
n son daughter
n brother sister
n teacher student/pupil
n teenager toddler/baby
n adult child/kid/baby
n victim perpetrator
n offense defense
n hero villain
n floor ceiling
n indoors outdoors
a north south
a eastern western
a northern southern
a open shut
a guilty innocent
a rich poor
a wealthy poor
a big small/little/tiny
a large little/tiny
a huge small/tiny/little
a young old/elderly
a new old/ancient
a early late
a fast slow
a busy idle/quiet
a happy sad/unhappy/angry/upset
a alive dead
a safe unsafe/risky
a dangerous harmless
a legal illicit/banned
a permanent temporary
a public private/secret
a full empty
a crowded empty/deserted
a empty packed
a wet dry
a asleep awake
a awake sleep
a hot cold
a warm cold/chilly
a cheap expensive/costly
a affordable expensive/costly
a healthy sick/ill
a effective useless
a true untrue
a indoor outdoor
a indoors outdoors
a married single
a male female
a free captive
a optimistic gloomy
a calm angry/stormy
a positive negative
a strong feeble
a successful failed
a armed unarmed
a confirmed unconfirmed
a urban rural
a domestic foreign
a civilian military
a former current/present
a retired active
a intact damaged/destroyed
a ready unready
a silent loud/noisy
a quiet loud/noisy
r indoors outdoors
r inside outside
r up down
r early late
r always never/rarely/seldom
r often rarely/seldom/never
r frequently rarely/seldom
r quickly slowly
r upward downward
r alone together
"""
"""Lines of: part of speech, a word, and the words that are its opposites."""

SPELLINGS = """
kyiv kiev
kharkiv kharkov
odesa odessa
lviv lvov
chornobyl chernobyl
czechia czech republic
turkiye turkey
belorussia belarus
burma myanmar
kolkata calcutta
mumbai bombay
chennai madras
guangzhou canton
beijing peking
eswatini swaziland
"""
"""Newer or other spellings of places, and the ones that WordNet has."""

IRREGULAR = (("does", "do", "v"), ("goes", "go", "v"), ("undoes", "undo", "v"), ("people", "person", "n"))
"""Forms that WordNet's exceptions and rules miss or that rules leave alone as function words."""

DERIVED = (("british", "britain"), ("briton", "britain"))
"""Derivations that WordNet lacks: it knows the British of Great Britain only."""

OCCUPATIONS = ("worker", "professional", "leader", "creator", "entertainer", "contestant", "scientist",
               "engineer", "communicator", "expert", "educator", "administrator", "head")  # fmt: skip
COLOURS = ("color", "integer")
"""Nouns: what stands below their first sense (below a person, for occupations) is of that kind."""

NOT_NEGATED = """
unearth unloose unloosen unravel unthaw unfold union unison universal unanimous
intense invaluable inflammable infamous indifferent inhabited inhabitable informed informative
intoxicant incandescent improved improvable imposed impressed impending impendent impaired implanted
inside incoming intensional involute incurved ingrown influent inundated indrawn inlaid intoned
inwrought invalidating invalidated inmost inpouring inheritable innocent ilxxx impassive inflowing
incorporate inane intrepid incensed ingrowing inbred inborn inward inbound inland
imperfectible
nonsense nonstop nonstarter nonplus
deliberate denominate derate degenerate delegate desolate
"""
"""Words that begin like a negation of another word but are none."""
