"""Datelines: where and when a story was filed, in the forms of newsrooms and agencies."""
