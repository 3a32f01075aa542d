-- accepted
-- uses: x.b exists, x.b.p_id link, x.b.soort group, x.p.p_id link, x.p.vaak filter
-- three datasets that may be in one question: one of them is only counted
SELECT b.soort, COUNT(*) AS n FROM x.b AS b JOIN x.p AS p ON b.p_id = p.p_id WHERE p.vaak >= 1 GROUP BY b.soort
