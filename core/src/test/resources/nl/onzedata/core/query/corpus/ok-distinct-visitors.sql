-- accepted
-- uses: x.v.wijk group
-- visitors of each wijk: who came to two is in two figures, and no total stands beside them
SELECT wijk, COUNT(DISTINCT p_id) AS n FROM x.v GROUP BY wijk
