"""Every Indonesian label, month, date and number that a visitor reads.

Sentences that carry a link are kept in pieces here and put together in the templates. What belongs to one
programme (its names, bodies, years) comes from its data and is passed in.
"""
