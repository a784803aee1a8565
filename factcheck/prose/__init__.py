"""Articles, read sentence by sentence and quotation by quotation, each with its exact place.

`read_article` takes Markdown or plain text apart; `Quoting` holds quotations to the letter and to the
speaker against the sources; `misquotations_mended` works out the edits that put them right.
"""
