"""Makes records coarse enough to share: hierarchies, groups of k people, tables of counts."""
