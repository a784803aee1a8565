"""A text that a curator wrote holds a character that nobody sees: a zero-width space or joiner, a soft
hyphen, a mark of direction, a byte order mark, a control character.

A quote may hold what its source holds there.

## Why

Such characters come along with what is copied from web pages. They split words for the program that
are whole for the reader, so that a search finds nothing; marks of direction show text in another
order than it has.

## Wrong

```text
statement = "Over three hun<U+200B>dred people work in the port."
```

## Right

```text
statement = "Over three hundred people work in the port."
```

## Mend

Delete the word and type it anew. The finding names the character and the word that it stands
behind.
"""
