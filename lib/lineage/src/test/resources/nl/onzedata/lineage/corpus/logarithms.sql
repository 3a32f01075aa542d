-- direct: l <- x.h.inkomen TRANSFORMATION
-- direct: t <- x.h.inkomen TRANSFORMATION
-- rows: x.h
-- named: x.h.inkomen:SELECT
-- not-on-duckdb: a logarithm of a negative number is an error there
SELECT ln(inkomen - 500) AS l, log10(inkomen) AS t FROM x.h
