"""Units of measure and money: the words for them → a canonical unit and a factor.

Metric units of one dimension share one canonical unit. Units of other systems keep their own: a
bare "5 miles" and "8 km" are the same distance, but their figures would never be equal.
"""

from __future__ import annotations

CURRENCY_SIGNS = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₴": "UAH", "₽": "RUB", "₹": "INR", "₼": "AZN",
    "₺": "TRY",     "₩": "KRW",
}  # fmt: skip
CURRENCY_CODES = frozenset(
    "usd eur gbp jpy uah rub inr azn try krw chf pln cny sek nok dkk czk cad aud".split()
)

_SPELLED: dict[str, tuple[str, float]] = {
    # written form(s), separated by "|": (canonical unit, factor)
    "%|percent|per cent|pct|percents": ("%", 1),
    "percentage point|percentage points|pp": ("percentage point", 1),
    "basis point|basis points": ("percentage point", 0.01),
    "dollar|dollars|us dollar|us dollars|u s dollars|american dollars": ("USD", 1),
    "canadian dollar|canadian dollars": ("CAD", 1),
    "australian dollar|australian dollars": ("AUD", 1),
    "euro|euros": ("EUR", 1),
    "pound sterling|pounds sterling|british pounds": ("GBP", 1),
    "hryvnia|hryvnias|hryvnya|hryvnyas|hryvnia's": ("UAH", 1),
    "manat|manats": ("AZN", 1),
    "rouble|roubles|ruble|rubles": ("RUB", 1),
    "rupee|rupees": ("INR", 1),
    "yen": ("JPY", 1),
    "yuan|renminbi": ("CNY", 1),
    "zloty|zlotys|złoty|zlotych": ("PLN", 1),
    "lira|liras": ("TRY", 1),
    "korean won": ("KRW", 1),
    "franc|francs|swiss francs": ("CHF", 1),
    "metre|metres|meter|meters|m": ("m", 1),
    "kilometre|kilometres|kilometer|kilometers|km|kms": ("m", 1000),
    "centimetre|centimetres|centimeter|centimeters|cm": ("m", 0.01),
    "millimetre|millimetres|millimeter|millimeters|mm": ("m", 0.001),
    "nanometre|nanometres|nanometer|nanometers|nm": ("m", 1e-9),
    "mile|miles": ("mile", 1),
    "nautical mile|nautical miles": ("nautical mile", 1),
    "foot|feet|ft": ("foot", 1),
    "inch|inches": ("foot", 1 / 12),
    "yard|yards": ("foot", 3),
    "hectare|hectares|ha": ("hectare", 1),
    "square kilometre|square kilometres|square kilometer|square kilometers|sq km|km²": ("hectare", 100),
    "square metre|square metres|square meter|square meters|sq m|m²": ("hectare", 1e-4),
    "acre|acres": ("acre", 1),
    "square mile|square miles": ("square mile", 1),
    "square foot|square feet": ("square foot", 1),
    "gram|grams|gramme|grammes|g": ("kg", 0.001),
    "milligram|milligrams|mg": ("kg", 1e-6),
    "microgram|micrograms|µg|μg": ("kg", 1e-9),
    "kilogram|kilograms|kilogramme|kilogrammes|kilo|kilos|kg": ("kg", 1),
    "tonne|tonnes|ton|tons|metric ton|metric tons|t": ("kg", 1000),
    "kilotonne|kilotonnes|kilotons|kt": ("kg", 1e6),
    "pound|pounds|lb|lbs": ("pound", 1),
    "ounce|ounces|oz": ("ounce", 1),
    "litre|litres|liter|liters|l": ("litre", 1),
    "millilitre|millilitres|milliliter|milliliters|ml": ("litre", 0.001),
    "cubic metre|cubic metres|cubic meter|cubic meters|m³": ("litre", 1000),
    "bcm": ("litre", 1e12),
    "gallon|gallons": ("gallon", 1),
    "barrel|barrels": ("barrel", 1),
    "watt|watts|w": ("kW", 0.001),
    "kilowatt|kilowatts|kw": ("kW", 1),
    "megawatt|megawatts|mw": ("kW", 1e3),
    "gigawatt|gigawatts|gw": ("kW", 1e6),
    "kilowatt hour|kilowatt hours|kwh": ("kWh", 1),
    "megawatt hour|megawatt hours|mwh": ("kWh", 1e3),
    "gigawatt hour|gigawatt hours|gwh": ("kWh", 1e6),
    "terawatt hour|terawatt hours|twh": ("kWh", 1e9),
    "second|seconds|sec|secs": ("day", 1 / 86400),
    "minute|minutes|min|mins": ("day", 1 / 1440),
    "hour|hours|hr|hrs": ("day", 1 / 24),
    "day|days": ("day", 1),
    "week|weeks": ("day", 7),
    "fortnight|fortnights": ("day", 14),
    "month|months": ("year", 1 / 12),
    "year|years|yr|yrs": ("year", 1),
    "decade|decades": ("year", 10),
    "century|centuries": ("year", 100),
    "km/h|kmh|kph|kilometres per hour|kilometers per hour": ("m/hour", 1000),
    "mph|miles per hour": ("mile/hour", 1),
    "degree|degrees|°|degrees celsius|°c": ("degree", 1),
    "fahrenheit|degrees fahrenheit|°f": ("degree Fahrenheit", 1),
}
UNITS: dict[tuple[str, ...], tuple[str, float]] = {
    tuple(form.split()): unit for forms, unit in _SPELLED.items() for form in forms.split("|")
}
"""Folded words of a unit, in order → its canonical unit and the factor to it."""
UNIT_STARTS = frozenset(words[0] for words in UNITS)
ATTACHED_UNITS = frozenset(
    "km kms m cm mm nm g kg mg µg μg t kt ha l ml kw mw gw w kwh mwh gwh twh mph kmh kph lb lbs oz "
    "ft km² m² m³ bcm min sec hr hrs yr yrs pp pct".split()
)
"""What may stand right after a figure, without a space."""
ATTACHED_ONLY = frozenset({"m", "g", "t", "l", "w", "ha", "min", "sec", "pp", "mm", "nm"})
"""Too short or too common to be a unit unless they stand next to a figure in digits."""
DURATIONS = frozenset({"day", "year"})
RATES = {
    "second": "second", "minute": "minute", "hour": "hour", "day": "day", "week": "week", "month": "month",
    "year": "year", "annum": "year", "annually": "year", "yearly": "year", "monthly": "month",
    "weekly": "week", "daily": "day", "hourly": "hour", "capita": "person", "person": "person",
    "head": "person", "barrel": "barrel", "tonne": "tonne", "ton": "tonne", "hectare": "hectare",
}  # fmt: skip
"""What a rate is per, in the singular."""
