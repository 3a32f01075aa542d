-- direct: a <- x.p.naam TRANSFORMATION
-- direct: b <- x.p.naam TRANSFORMATION
-- rows: x.p
-- named: x.p.naam:SELECT
SELECT substr(naam, 1, 2) AS a, substring(naam, 2) AS b FROM x.p
