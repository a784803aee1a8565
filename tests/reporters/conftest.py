"""One sample of every report; every format renders the same."""


import pytest

from factcheck.explain import CandidateExplanation, Explanation, Tie
from factcheck.model import (
    Claim,
    Conflict,
    Diagnostic,
    Evidence,
    Label,
    Location,
    Match,
    MatchedEvidence,
    Passage,
    Reason,
    Severity,
    Span,
    Stance,
    TextQuoteSelector,
    Verdict,
)
from factcheck.reporters.findings import finding
from factcheck.reporters.report import (
    Checked,
    CheckReport,
    Excerpt,
    Explained,
    Folders,
    ListedClaim,
    ListReport,
    QuoteInContext,
    ShowReport,
    ValidateReport,
)

STAFF = "Over three hundred people work in the port today, say the port’s own  books."
SIGNED = "In May 2024 the port signed an agreement with the railway."
DENIED = "Our colleagues at the railway deny having signed any agreement with the port."


def span(text, part):
    start = text.index(part)
    return Span(start, start + len(part))


def passage(
    quote, line, *, stance=Stance.SUPPORTS, speaker="Ines Varga", conflicts=(), unaccounted=(), matched=()
):
    place = f"Lume Courier, June 2024, line {line}."
    return MatchedEvidence(
        source="port",
        path="src_text/port.txt",
        issued="2024-06",
        stance=stance,
        speaker=speaker,
        quote=quote,
        span=Span(100 * line, 100 * line + len(quote)),
        line=line,
        column=3,
        citation=f"{speaker} (harbour master), “The port is open again”, {place}",
        conflicts=conflicts,
        unaccounted=unaccounted,
        matched=matched,
    )


def claim(identifier, statement, *quotes, note=None, tags=()):
    return Claim(
        id=identifier,
        statement=statement,
        also=(),
        tags=tags,
        note=note,
        evidence=tuple(
            Evidence("port", TextQuoteSelector(quote), Stance.SUPPORTS, None, Location("claims/port.toml", 9))
            for quote in quotes
        ),
        location=Location("claims/port.toml", 3),
    )


STAFF_CLAIM = claim(
    "port-staff",
    "Over three hundred people work in the port of Porto Lume.",
    STAFF,
    note="As of June 2024.",
    tags=("staff", "port"),
)
RAILWAY_CLAIM = claim("railway-agreement", "The port signed an agreement with the railway.", SIGNED, DENIED)


def refuted():
    statement = "Over three thousand people work in the port today, among them divers."
    evidence = passage(
        STAFF,
        9,
        conflicts=(
            Conflict("quantity", span(statement, "Over three thousand"), span(STAFF, "Over three hundred")),
        ),
        unaccounted=(span(statement, "among them"), span(statement, "divers")),
        matched=(span(STAFF, "people work in the port today"),),
    )
    match = Match(STAFF_CLAIM, Label.REFUTED, 91.44, 0.97123, (evidence,), Reason.CONFLICT)
    related = Match(None, Label.NOT_ENOUGH_INFO, 40.0, 0.5, (passage(SIGNED, 11),), Reason.UNDECIDED)
    return Verdict(statement, Label.REFUTED, 0.97123, Reason.CONFLICT, (), (match, related))


def supported():
    statement = "About forty divers work in the port."
    quote = "According to unofficial figures, about forty of them are divers."
    hedge = ("According to unofficial figures",)
    match = Match(None, Label.SUPPORTED, 66.0, 0.996, (passage(quote, 9),), Reason.MATCH, hedge)
    return Verdict(statement, Label.SUPPORTED, 0.996, Reason.MATCH, hedge, (match,))


def conflicting():
    evidence = (passage(SIGNED, 11, speaker="Tomas Reyl"), passage(DENIED, 13, stance=Stance.REFUTES))
    match = Match(RAILWAY_CLAIM, Label.CONFLICTING, 100.0, 0.9, evidence, Reason.BOTH_SIDES)
    statement = RAILWAY_CLAIM.statement
    return Verdict(statement, Label.CONFLICTING, 0.9, Reason.BOTH_SIDES, (), (match,))


def withheld():
    match = Match(STAFF_CLAIM, Label.SUPPORTED, 70.0, 0.6, (passage(STAFF, 9),), Reason.MATCH)
    return Verdict(
        "Hundreds work in the port.",
        Label.NOT_ENOUGH_INFO,
        0.4,
        Reason.LOW_CONFIDENCE,
        (),
        (match,),
        Label.SUPPORTED,
    )


def nothing():
    statement = "The moon is made of cheese."
    return Verdict(statement, Label.NOT_ENOUGH_INFO, 0.99, Reason.NOTHING_NEAR, (), ())


def hostile(bad="\x1b[31mred\x1b[0m \u202eevil\x07\r"):
    """Terminal escapes, a direction mark and a line feed wherever a stranger can put them."""
    evidence = passage(
        f"one\n\ntwo {bad}", 1, speaker=bad, conflicts=(Conflict("role", Span(0, 9), Span(0, 12), bad),)
    )
    match = Match(
        claim("hostile", bad, "one", note=bad), Label.REFUTED, 1.0, 0.5, (evidence,), Reason.CONFLICT, (bad,)
    )
    return Verdict(bad, Label.REFUTED, 0.5, Reason.CONFLICT, (bad,), (match,))


def candidate(name, text, ties, **options):
    return CandidateExplanation(
        claim=name,
        text=text,
        decides=options.get("decides", False),
        label=options.get("label", Label.NOT_ENOUGH_INFO),
        reason=options.get("reason", Reason.UNACCOUNTED),
        confidence=options.get("confidence", 0.5),
        index_score=options.get("index_score"),
        rank=options.get("rank"),
        probabilities=((Label.SUPPORTED, 0.02), (Label.REFUTED, 0.97123), (Label.NOT_ENOUGH_INFO, 0.1)),
        features=(("coverage", 0.5), ("breadth", 0.45678)),
        ties=ties,
        conflicts=options.get("conflicts", ()),
        why=options.get("why", "Nothing clashes, but it is not enough."),
    )


def explained():
    """Why the refuted sample is so, with every kind of tie, and a part that a stranger wrote."""
    verdict = refuted()
    (evidence,) = verdict.matches[0].evidence
    statement, number = verdict.statement, verdict.matches[0].evidence[0].conflicts[0]
    kinds = "same alias derived synonym broader typo date antonym sibling narrower other-date".split()
    ties = (
        Tie(number.statement_span, 1.0, "other-figure", number.evidence_span),
        Tie(span(statement, "people"), 0.31234, "figure", span(STAFF, "people")),
        *(Tie(span(statement, "port"), 0.5, kind, span(STAFF, "port")) for kind in kinds),
        Tie(span(statement, "among"), 0.2, "elsewhere"),
        Tie(span(statement, "today"), 0.2, "clash"),
        Tie(span(statement, "divers"), 0.9, "none"),
    )
    first = candidate(
        "port-staff",
        evidence.quote,
        ties,
        decides=True,
        label=Label.REFUTED,
        reason=Reason.CONFLICT,
        confidence=0.97123,
        index_score=12.34567,
        rank=0.98765,
        conflicts=evidence.conflicts,
        why="The two clash (quantity), and the probability that it is refuted, 0.97, reaches the threshold.",
    )
    second = candidate(
        None, SIGNED, rank=0.2, ties=(Tie(span(statement, "port"), 0.5, "same", span(SIGNED, "port")),)
    )
    bad = "\x1b[31mred\u202e"
    part = Explanation(bad, bad, (), (candidate(bad, bad, (Tie(Span(0, 4), 1.0, "none"),), why=bad),))
    thresholds = ((Label.SUPPORTED, 0.6), (Label.REFUTED, 0.5))
    return Explained(
        verdict, Explanation(statement, "Candidate 1 decides.", thresholds, (first, second), (part,))
    )


VERDICTS = {
    "refuted": refuted,
    "supported": supported,
    "conflicting": conflicting,
    "withheld": withheld,
    "nothing": nothing,
    "hostile": hostile,
}


def check():
    results = tuple(
        Checked(Location("drafts/statements.txt", line), verdict())
        for line, verdict in enumerate((refuted, supported, conflicting, nothing), 1)
    )
    broken = Diagnostic(
        "FC404",
        Severity.ERROR,
        "not valid JSON: Expecting value",
        Location("drafts/more.jsonl", 2),
        "mend the line",
    )
    findings = [found for result in results if (found := finding(result))]
    excerpts = {
        found: Excerpt(found.subject, found.focus or Span(0, len(found.subject))) for found in findings
    }
    return CheckReport(results, (*findings, broken), (broken,), excerpts, FOLDERS)


FOLDERS = Folders("/home/me/news", "/home/me/news/today", "/home/me/news/archive")


def validate():
    quote = "Over three thousand people work in the port today, say the port’s own  books."
    staff = Diagnostic(
        "FC201",
        Severity.ERROR,
        "the quote is not verbatim in port",
        Location("claims/port.toml", 12, 9),
        "write “three hundred”",
        "port-staff",
        quote,
        span(quote, "three thousand"),
        (Passage(Location("src_text/port.txt", 9, 3), STAFF),),
    )
    twice = Diagnostic("FC301", Severity.WARNING, "two claims say the same", Location("claims/port.toml", 20))
    unused = Diagnostic("FC113", Severity.NOTE, "no claim quotes it", Location("src_text/sources.toml", 30))
    excerpts = {staff: Excerpt(f"quote = '{quote}'", Span(14, 28))}
    checked = (STAFF_CLAIM, RAILWAY_CLAIM)
    return ValidateReport((staff, twice, unused), 2, 3, 1, checked, excerpts, FOLDERS)


BAD = (
    "\x1b[31m::error file=a::b %0A\r\n::warning::c ]]> <script>alert(1)</script> \u202e\u2066 =1+1 | `x` "
    "[a](javascript:b) ![i](j) @all #1 $e$ &amp; \\ \x00\x07\x9b\uffff"
)
"""Whatever a format might act on, in one text."""


def hostile_findings(bad):
    """One of each severity, with `bad` wherever a stranger can put it."""
    place = Location(bad.replace("/", ""), 3, 2)
    passage = Passage(Location("src_text/a.txt", 1, 2), bad)
    found = [
        Diagnostic("FC201", severity, bad, place, bad, bad, bad, Span(0, len(bad)), (passage,))
        for severity in Severity
    ]
    return tuple(found), {fault: Excerpt(bad, Span(1, len(bad))) for fault in found}


def check_hostile(bad=BAD):
    findings, excerpts = hostile_findings(bad)
    results = (
        Checked(findings[0].location, hostile(bad)),
        Checked(Location("a.txt", 4), supported()._replace(statement=bad)),
    )
    found = tuple(found for result in results if (found := finding(result)))
    return CheckReport(results, (*found, *findings), findings[2:], excerpts)


def validate_hostile(bad=BAD):
    findings, excerpts = hostile_findings(bad)
    return ValidateReport(findings, 1, 1, 1, (claim(bad, bad, bad),), excerpts)


def claims():
    listed = (
        ListedClaim(STAFF_CLAIM, ("Ines Varga",)),
        ListedClaim(RAILWAY_CLAIM, ("Tomas Reyl", "Ines Varga")),
    )
    return ListReport(listed, 3)


def show():
    quote = passage("two sentences. And a", 9)
    unusable = (("port", "What nobody said.", Location("claims/port.toml", 30)),)
    return ShowReport(
        STAFF_CLAIM, (QuoteInContext(quote, "Before it. These are ", " half. After it."),), unusable
    )


REPORTS = {
    **{f"verdict-{name}": make for name, make in VERDICTS.items()},
    "verdict-explained": explained,
    "check": check,
    "check-hostile": check_hostile,
    "validate": validate,
    "validate-hostile": validate_hostile,
    "list": claims,
    "show": show,
}


@pytest.fixture(params=REPORTS)
def named_report(request):
    """Every sample report, with its name."""
    return request.param, REPORTS[request.param]()


@pytest.fixture
def verdicts():
    """Every sample verdict by name."""
    return {name: make() for name, make in VERDICTS.items()}


@pytest.fixture(params=["check", "check-hostile", "validate", "validate-hostile"])
def named_findings(request):
    """Every sample report that holds findings, with its name."""
    return request.param, REPORTS[request.param]()


@pytest.fixture
def hostile_reports():
    """Makes reports with a text wherever a stranger can put it."""
    return lambda bad: (check_hostile(bad), validate_hostile(bad))


@pytest.fixture
def reports():
    """Every sample report by name."""
    return {name: make() for name, make in REPORTS.items()}
