-- accepted
-- uses: x.pop.inwoners measure
SELECT SUM(inwoners) AS n FROM x.pop
