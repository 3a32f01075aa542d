-- accepted
-- uses: x.p.dit_jaar group
-- the last day of many, held against a day; nothing is onbekend
SELECT dit_jaar, COUNT(*) AS n FROM x.p GROUP BY dit_jaar
