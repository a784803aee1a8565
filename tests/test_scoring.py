"""Precision, coverage, calibration of labelled answers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.scoring import (
    LABELS,
    Answer,
    accuracy,
    calibration_error,
    confusion,
    decided,
    f1,
    false_support,
    macro_f1,
    only_decided,
    operating_point,
    precision,
    recall,
    reliability,
    threshold_for,
    wilson,
)

S, R, C, N = LABELS
ANSWERS = [
    Answer(S, S, 0.9),
    Answer(S, N, 0.6),
    Answer(R, R, 0.8),
    Answer(R, S, 0.7),
    Answer(N, N, 0.5),
    Answer(N, R, 0.55),
    Answer(C, S, 0.65),
    Answer(C, C, 0.95),
]
answers = st.lists(
    st.builds(Answer, st.sampled_from(LABELS), st.sampled_from(LABELS), st.floats(0, 1)), max_size=40
)
thresholds = st.floats(0, 1)


@pytest.mark.parametrize(
    ("figure", "value"),
    [
        (accuracy(ANSWERS), 4 / 8),
        (precision(ANSWERS, S), 1 / 3),
        (recall(ANSWERS, S), 1 / 2),
        (precision(ANSWERS, R), 1 / 2),
        (recall(ANSWERS, R), 1 / 2),
        (precision(ANSWERS, C), 1.0),
        (f1(ANSWERS, S), 0.4),
        (f1(ANSWERS, C), 2 / 3),
        (decided(ANSWERS), 6 / 8),
        (macro_f1(ANSWERS), (0.4 + 0.5 + 2 / 3 + 0.5) / 4),
    ],
)
def test_figures_of_labels(figure, value):
    assert figure == pytest.approx(value)


def test_conflicting_called_supported_is_no_false_support():
    assert false_support(ANSWERS) == pytest.approx(1 / 4)


@pytest.mark.parametrize(
    "figure",
    [
        accuracy([]),
        decided([]),
        false_support([Answer(S, S, 1.0)]),
        precision(ANSWERS[1:2], S),
        recall(ANSWERS[2:3], S),
        f1([], S),
        macro_f1([]),
        calibration_error([]),
        wilson(0, 0),
        operating_point([], 0.5).precision,
        operating_point([], 0.5).coverage,
        operating_point([], 0.5).interval,
    ],
)
def test_a_share_of_nothing_is_none(figure):
    assert figure is None


def test_a_label_that_is_never_given_rightly_has_no_f1_but_0():
    assert f1([Answer(S, N, 0.5)], S) == 0.0


def test_confusion_counts_every_answer_once():
    counts = confusion(ANSWERS)
    assert sum(counts.values()) == len(ANSWERS)
    assert (counts[R, S], counts[N, R], counts[S, S], counts[S, R]) == (1, 1, 1, 0)


@pytest.mark.parametrize(
    ("threshold", "given", "right"), [(0.0, 6, 3), (0.65, 5, 3), (0.7, 4, 3), (0.95, 1, 1), (0.96, 0, 0)]
)
def test_what_is_left_above_a_threshold(threshold, given, right):
    point = operating_point(ANSWERS, threshold)
    assert (point.given, point.right, point.answers) == (given, right, 8)


@pytest.mark.parametrize(
    ("wished", "threshold", "coverage"),
    [(0.5, 0.0, 6 / 8), (0.6, 0.56, 5 / 8), (0.75, 0.66, 4 / 8), (1.0, 0.71, 3 / 8)],
)
def test_the_least_threshold_that_is_precise_enough(wished, threshold, coverage):
    point = threshold_for(ANSWERS, wished)
    assert (point.threshold, point.coverage) == (threshold, coverage)


def test_no_threshold_helps_where_the_surest_answer_is_wrong():
    assert threshold_for([Answer(S, R, 1.0), Answer(S, S, 0.6)], 0.9) is None
    assert threshold_for([Answer(N, N, 1.0)], 0.5) is None


def test_reliability_puts_certainty_into_the_last_bin():
    low, high = reliability([Answer(S, S, 1.0), Answer(S, R, 0.9), Answer(S, S, 0.0)])
    assert (low.low, low.high, low.count) == (0.0, 0.1, 1)
    assert (high.low, high.high, high.count, high.accuracy, high.confidence) == (0.9, 1.0, 2, 0.5, 0.95)


@pytest.mark.parametrize(
    ("items", "error"),
    [
        ([Answer(S, S, 1.0)], 0.0),
        ([Answer(S, R, 1.0)], 1.0),
        ([Answer(S, S, 0.5), Answer(S, R, 0.5)], 0.0),
        ([Answer(S, S, 0.75), Answer(S, S, 0.75)], 0.25),
        ([Answer(S, S, 0.95), Answer(S, R, 0.15)], 0.1),
    ],
)
def test_calibration_error(items, error):
    assert calibration_error(items) == pytest.approx(error)


@pytest.mark.parametrize(
    ("right", "whole", "low", "high"), [(0, 10, 0.0, 0.278), (10, 10, 0.722, 1.0), (95, 100, 0.888, 0.978)]
)
def test_the_interval_is_that_of_the_books(right, whole, low, high):
    assert wilson(right, whole) == (pytest.approx(low, abs=1e-3), pytest.approx(high, abs=1e-3))


@given(st.lists(st.tuples(st.integers(0, 10), st.integers(1, 5)), min_size=1))
def test_what_is_right_as_often_as_it_says_has_no_error(groups):
    # For a confidence of k tenths, of ten answers (times so many) k are right.
    items = [
        Answer(S, S if number % 10 < tenths else R, tenths / 10)
        for tenths, times in groups
        for number in range(10 * times)
    ]
    assert calibration_error(items) == pytest.approx(0.0, abs=1e-9)


@given(answers)
def test_figures_are_shares(items):
    figures = [
        accuracy(items),
        decided(items),
        false_support(items),
        macro_f1(items),
        calibration_error(items),
        calibration_error(only_decided(items)),
        *(figure(items, label) for figure in (precision, recall, f1) for label in LABELS),
    ]
    assert all(figure is None or 0.0 <= figure <= 1.0 + 1e-9 for figure in figures)


@given(answers, thresholds, thresholds)
def test_a_higher_threshold_never_gives_more(items, one, other):
    low, high = operating_point(items, min(one, other)), operating_point(items, max(one, other))
    assert high.given <= low.given
    assert high.right <= low.right


@given(answers, st.floats(0.01, 1))
def test_a_pinned_threshold_is_as_precise_as_wished_and_none_below_it_is(items, wished):
    point = threshold_for(items, wished)
    last = 101 if point is None else round(point.threshold * 100)
    below = [operating_point(items, step / 100).precision for step in range(last)]
    assert all(value is None or value < wished for value in below)
    assert point is None or point.precision >= wished


@given(answers)
def test_every_answer_is_in_one_bin(items):
    bins = reliability(items)
    assert sum(one.count for one in bins) == len(items)
    assert all(one.low <= one.confidence + 1e-9 and one.confidence <= one.high + 1e-9 for one in bins)


@given(st.integers(0, 200), st.integers(1, 200))
def test_an_interval_holds_its_share(right, more):
    whole = right + more
    low, high = wilson(right, whole)
    assert 0.0 <= low <= right / whole + 1e-12
    assert right / whole - 1e-12 <= high <= 1.0
