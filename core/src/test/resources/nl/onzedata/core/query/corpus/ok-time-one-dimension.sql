-- accepted
-- uses: x.b.sinds time, x.b.soort group
-- whatever is taken of a date, and the condition too, is one characteristic
SELECT soort, YEAR(sinds) AS jaar, QUARTER(sinds) AS k, DATE_TRUNC('quarter', sinds) AS kwartaal, COUNT(*) AS n FROM x.b WHERE sinds >= DATE '2025-04-01' GROUP BY soort, YEAR(sinds), QUARTER(sinds), DATE_TRUNC('quarter', sinds)
