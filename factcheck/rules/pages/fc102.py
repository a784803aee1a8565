"""A file is not valid TOML, or a line of a `.jsonl` file is not valid JSON.

## Why

A file that does not parse holds no claims: the whole file is left out until it does.

## Wrong

```toml
[[claim]]
id = "port-staff
```

## Right

```toml
[[claim]]
id = "port-staff"
```

## Mend

Put right what stands at the place, which is where the parser gave up. The cause is often a line
above: a quotation mark or a bracket that nothing closes.
"""
