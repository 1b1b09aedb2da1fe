"""Questionnaires: what is asked, in which words, and what may leave; asks and stores nothing."""
